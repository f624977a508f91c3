#pragma once

#include <stddef.h>
#include <stdint.h>

/// CRC-32C (Castagnoli, RFC 3720 §12.1, reflected polynomial 0x82F63B78) of `length` bytes, continuing from `seed`: 0 to begin, or what an
/// earlier call returned to go on behind its bytes. Uses the processor's CRC instructions if it has them (asked at run time).
uint32_t martlet_crc32c(uint32_t seed, const void *_Nullable bytes, size_t length);

/// The same, always by tables: what machines without the instructions get. Public so that tests can hold the two against each other.
uint32_t martlet_crc32c_portable(uint32_t seed, const void *_Nullable bytes, size_t length);

/// 1 if ``martlet_crc32c`` uses CRC instructions on this machine.
int martlet_crc32c_is_accelerated(void);

/// Tunes glibc's malloc for network buffers: it keeps `top_pad` bytes more than asked each time it grows, gives memory back to the kernel
/// only when `trim_threshold` bytes at the end are free, and maps blocks of `mmap_threshold` bytes or more one by one. Without it every
/// 64 KiB frame is mapped and unmapped. To be called once, before threads start.
/// Returns 1 if all three were taken, else 0 (also where the C library has no such knobs).
int martlet_tune_malloc(size_t top_pad, size_t trim_threshold, size_t mmap_threshold);
