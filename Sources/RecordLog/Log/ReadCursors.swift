/// Remembers where the last few reads ended, so that a consumer that goes through old segments needs no search for each fetch.
struct ReadCursors {
    struct Cursor {
        var segment: Int64
        var offset: Int64
        var position: Int64
    }

    private var cursors: [Cursor] = []
    private var next = 0

    /// Consumers remembered. At the limit the oldest is forgotten.
    static let countMax = 8

    /// The position in a segment at which the batch with `offset`, or the next one, begins; nil if not remembered.
    func position(of offset: Int64, in segment: Int64) -> Int64? {
        for cursor in cursors where cursor.offset == offset && cursor.segment == segment { return cursor.position }
        return nil
    }

    /// - Parameter from: where the read began: the cursor that stood there moves on.
    mutating func moved(from: Int64, to cursor: Cursor) {
        if let number = cursors.firstIndex(where: { $0.segment == cursor.segment && ($0.offset == from || $0.offset == cursor.offset) }) {
            cursors[number] = cursor
        } else if cursors.count < Self.countMax {
            cursors.append(cursor)
        } else {
            cursors[next] = cursor
            next = (next + 1) % Self.countMax
        }
    }

    mutating func removeBelow(_ offset: Int64) {
        cursors.removeAll { $0.offset <= offset }
        next = 0
    }
}
