import SchemaModel
import Testing

@Suite struct SchemaParserTests {
    @Test func aSchemaIsReadWithAllItsFacts() throws {
        let messages = try SchemaParser.parse(
            """
            # What it is.
            api Example 7

            request 0-5 flexible 3+
              Name string?2+ 1+ = null
              Topics []Topic 2-4
                # A comment among fields.
                Partitions []int32?
                Inner Part? = null
                  Id uuid
              Other Part 5+ tag 0
              Limit int32 = 0x7fffffff
              Client string? classic

            response 0-5
              Code error = -1
            """)
        #expect(messages.map(\.name) == ["ExampleRequest", "ExampleResponse"])
        let request = messages[0]
        #expect(request.apiKey == 7)
        #expect(request.comment == "What it is.")
        #expect(request.versions == 0...5)
        #expect(request.firstFlexible == 3)
        #expect(messages[1].firstFlexible == nil)
        #expect(request.structures.map(\.name) == ["Topic", "Part"])
        #expect(
            request.fields == [
                Field(
                    name: "Name", type: .scalar(.string), versions: VersionRange(lowest: 1, highest: .max),
                    nullable: VersionRange(lowest: 2, highest: .max), defaultValue: "null"),
                Field(name: "Topics", type: .structures("Topic"), versions: VersionRange(lowest: 2, highest: 4)),
                Field(name: "Other", type: .structure("Part"), versions: VersionRange(lowest: 5, highest: .max), tag: 0),
                Field(name: "Limit", type: .scalar(.int32), defaultValue: "0x7fffffff"),
                Field(name: "Client", type: .scalar(.string), nullable: .all, isClassic: true),
            ])
        #expect(
            request.fields(of: "Topic") == [
                Field(name: "Partitions", type: .scalars(.int32), nullable: .all),
                Field(name: "Inner", type: .structure("Part"), nullable: .all, defaultValue: "null"),
            ])
        #expect(request.smallestElementSize(of: request.fields[1]) == 3)
    }

    @Test(arguments: [
        ("request 0-1", 1), ("api X", 1), ("api X 1\nrequest 0+", 2), ("api X 1\nrequest 0-1 flexible 1", 2),
        ("data X 0-1\n  Name strin", 2), ("data X 0-1\n  Name string 1-0", 2), ("data X 0-1\n  Name string tag", 2),
        ("data X 0-1\n  Name string = null", 2), ("data X 0-1\n  Size int8 = 200", 2), ("data X 0-1\n  Size int8\n  Size int8", 3),
        ("data X 0-1\n  A int8 tag 0\n  B int8 tag 0", 3), ("data X 0-1\n   Size int8", 2), ("data X 0-1\n    Size int8", 2),
        ("data X 0-1\n  Size int8\n    Inner int8", 3), ("data X 0-1\n  A []Nowhere", 1), ("  Name string", 1),
        ("data X 0-1\n  A P\n    B int8\n  C P\n    D int8", 4), ("data X 0-1\n  Name string odd", 2),
    ])
    func anErrorNamesItsLine(text: String, line: Int) {
        let error = #expect(throws: SchemaError.self) { try SchemaParser.parse(text) }
        #expect(error?.line == line, "\(text): \(String(describing: error))")
    }
}
