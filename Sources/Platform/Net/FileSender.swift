import Environment
import Gateway
import KafkaProtocol
import NIOCore
import Storage

/// Sends a region of a file from the page cache to a socket (`sendfile`), without a copy in this process.
enum FileSender {
    static func write(_ piece: any KafkaProtocol.FileRegion, on context: ChannelHandlerContext) {
        guard let region = piece as? DiskRegion else { violated("a file piece of an answer is a DiskRegion") }
        guard let descriptor = region.file.descriptor else { return copy(region, on: context) }
        // The handle borrows the descriptor: it gives it back, unclosed, when the bytes have left; until then the promise holds the file open.
        let handle = NIOFileHandle(_deprecatedTakingOwnershipOfDescriptor: descriptor)
        let bytes = NIOCore.FileRegion(fileHandle: handle, readerIndex: Int(region.offset), endIndex: Int(region.offset) + region.count)
        let left = context.eventLoop.makePromise(of: Void.self)
        left.futureResult.whenComplete { _ in
            do {
                _ = try handle.takeDescriptorOwnership()
            } catch {
                violated("a file's descriptor is free once its bytes have left: \(error)")
            }
            withExtendedLifetime(region.file) {}
        }
        context.write(NIOAny(IOData.fileRegion(bytes)), promise: left)
    }

    /// For files that have no descriptor.
    private static func copy(_ region: DiskRegion, on context: ChannelHandlerContext) {
        var bytes = context.channel.allocator.buffer(capacity: region.count)
        do {
            let count = try bytes.writeWithUnsafeMutableBytes(minimumWritableBytes: region.count) { memory in
                try region.file.read(at: region.offset, into: UnsafeMutableRawBufferPointer(rebasing: memory[..<region.count]))
            }
            guard count == region.count else { violated("a file has all the bytes of a region of it") }
            context.write(NIOAny(IOData.byteBuffer(bytes)), promise: nil)
        } catch {
            // The length was promised: nothing but the end can follow.
            context.fireErrorCaught(error)
            context.close(promise: nil)
        }
    }
}
