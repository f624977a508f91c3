#include "cchecksums.h"

#include <string.h>

#if defined(__x86_64__)
#include <nmmintrin.h>
#elif defined(__aarch64__)
#include <arm_acle.h>
#if defined(__linux__)
#include <sys/auxv.h>
#ifndef HWCAP_CRC32
#define HWCAP_CRC32 (1 << 7)
#endif
#endif
#endif

// The hardware paths run three streams side by side (the instruction takes three cycles and can start every cycle), each one block long, and
// then join them: the checksum of A followed by B is the checksum of A moved over |B| zero bytes, xor that of B. Moving is linear, so it is
// four table lookups.
enum { LONG_BLOCK = 2048, SHORT_BLOCK = 256 };

static uint32_t slice_table[8][256];
static uint32_t move_long[4][256];
static uint32_t move_short[4][256];
static int accelerated;

static void fill_move_table(uint32_t table[4][256], size_t zeros) {
    uint32_t of_bit[32];
    for (int bit = 0; bit < 32; bit++) {
        uint32_t crc = (uint32_t)1 << bit;
        for (size_t i = 0; i < zeros; i++) crc = slice_table[0][crc & 0xff] ^ (crc >> 8);
        of_bit[bit] = crc;
    }
    for (int byte = 0; byte < 4; byte++) {
        for (int value = 0; value < 256; value++) {
            uint32_t crc = 0;
            for (int bit = 0; bit < 8; bit++) {
                if (value >> bit & 1) crc ^= of_bit[byte * 8 + bit];
            }
            table[byte][value] = crc;
        }
    }
}

// Before main, so that no call has to ask whether the tables are there. 20 KiB, about 0.1 ms.
__attribute__((constructor)) static void prepare(void) {
    for (uint32_t value = 0; value < 256; value++) {
        uint32_t crc = value;
        for (int bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >> 1 ^ 0x82F63B78u : crc >> 1;
        slice_table[0][value] = crc;
    }
    for (int slice = 1; slice < 8; slice++) {
        for (int value = 0; value < 256; value++) {
            uint32_t before = slice_table[slice - 1][value];
            slice_table[slice][value] = slice_table[0][before & 0xff] ^ before >> 8;
        }
    }
    fill_move_table(move_long, LONG_BLOCK);
    fill_move_table(move_short, SHORT_BLOCK);
#if defined(__x86_64__)
    __builtin_cpu_init();
    accelerated = __builtin_cpu_supports("sse4.2") != 0;
#elif defined(__aarch64__) && defined(__linux__)
    accelerated = (getauxval(AT_HWCAP) & HWCAP_CRC32) != 0;
#endif
}

static inline uint64_t load64(const uint8_t *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

uint32_t martlet_crc32c_portable(uint32_t seed, const void *bytes, size_t length) {
    const uint8_t *next = bytes;
    uint32_t crc = ~seed;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    for (; length >= 8; length -= 8, next += 8) {
        uint64_t word = load64(next) ^ crc;
        crc = slice_table[7][word & 0xff] ^ slice_table[6][word >> 8 & 0xff] ^ slice_table[5][word >> 16 & 0xff]
            ^ slice_table[4][word >> 24 & 0xff] ^ slice_table[3][word >> 32 & 0xff] ^ slice_table[2][word >> 40 & 0xff]
            ^ slice_table[1][word >> 48 & 0xff] ^ slice_table[0][word >> 56];
    }
#endif
    for (; length > 0; length--, next++) crc = slice_table[0][(crc ^ *next) & 0xff] ^ crc >> 8;
    return ~crc;
}

#if defined(__x86_64__) || defined(__aarch64__)

#if defined(__x86_64__)
#define ACCELERATED __attribute__((target("sse4.2")))
#define STEP8(crc, word) _mm_crc32_u64((crc), (word))
#define STEP1(crc, byte) _mm_crc32_u8((uint32_t)(crc), (byte))
#else
#define ACCELERATED __attribute__((target("crc")))
#define STEP8(crc, word) __crc32cd((uint32_t)(crc), (word))
#define STEP1(crc, byte) __crc32cb((uint32_t)(crc), (byte))
#endif

static inline uint32_t moved(uint32_t table[4][256], uint32_t crc) {
    return table[0][crc & 0xff] ^ table[1][crc >> 8 & 0xff] ^ table[2][crc >> 16 & 0xff] ^ table[3][crc >> 24];
}

ACCELERATED static inline uint64_t three_blocks(uint64_t crc, const uint8_t *next, size_t block, uint32_t table[4][256]) {
    uint64_t second = 0, third = 0;
    const uint8_t *end = next + block;
    for (; next < end; next += 8) {
        crc = STEP8(crc, load64(next));
        second = STEP8(second, load64(next + block));
        third = STEP8(third, load64(next + 2 * block));
    }
    crc = moved(table, (uint32_t)crc) ^ second;
    return moved(table, (uint32_t)crc) ^ third;
}

ACCELERATED static uint32_t crc32c_accelerated(uint32_t seed, const uint8_t *next, size_t length) {
    uint64_t crc = (uint32_t)~seed;
    for (; length >= 3 * LONG_BLOCK; length -= 3 * LONG_BLOCK, next += 3 * LONG_BLOCK) {
        crc = three_blocks(crc, next, LONG_BLOCK, move_long);
    }
    for (; length >= 3 * SHORT_BLOCK; length -= 3 * SHORT_BLOCK, next += 3 * SHORT_BLOCK) {
        crc = three_blocks(crc, next, SHORT_BLOCK, move_short);
    }
    for (; length >= 8; length -= 8, next += 8) crc = STEP8(crc, load64(next));
    for (; length > 0; length--, next++) crc = STEP1(crc, *next);
    return ~(uint32_t)crc;
}

#endif

uint32_t martlet_crc32c(uint32_t seed, const void *bytes, size_t length) {
#if defined(__x86_64__) || defined(__aarch64__)
    if (accelerated) return crc32c_accelerated(seed, bytes, length);
#endif
    return martlet_crc32c_portable(seed, bytes, length);
}

int martlet_crc32c_is_accelerated(void) { return accelerated; }
