#include "cchecksums.h"

#include <limits.h>

#if defined(__GLIBC__) || defined(__linux__)
#include <malloc.h>
#endif

int martlet_tune_malloc(size_t top_pad, size_t trim_threshold, size_t mmap_threshold) {
#if defined(M_TOP_PAD) && defined(M_TRIM_THRESHOLD) && defined(M_MMAP_THRESHOLD)
    if (top_pad > INT_MAX || trim_threshold > INT_MAX || mmap_threshold > INT_MAX) return 0;
    return mallopt(M_TOP_PAD, (int)top_pad) == 1 && mallopt(M_TRIM_THRESHOLD, (int)trim_threshold) == 1
        && mallopt(M_MMAP_THRESHOLD, (int)mmap_threshold) == 1;
#else
    (void)top_pad;
    (void)trim_threshold;
    (void)mmap_threshold;
    return 0;
#endif
}
