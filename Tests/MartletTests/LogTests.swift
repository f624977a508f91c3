import Testing

@testable import martlet

struct LogTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.007Z"), (951_782_400, "2000-02-29T00:00:00.007Z"), (951_868_800, "2000-03-01T00:00:00.007Z"),
        (1_709_251_199, "2024-02-29T23:59:59.007Z"), (1_735_689_599, "2024-12-31T23:59:59.007Z"),
        (4_107_542_400, "2100-03-01T00:00:00.007Z"),
    ])
    func timesAreThoseOfTheCalendar(seconds: Int, text: String) {
        #expect(LogTime.text(seconds: seconds, milliseconds: 7) == text)
    }

    @Test func aMessageIsOneLineWhateverItHolds() {
        let text = LineLogHandler.line(.text, time: "T", level: "info", message: "a\nb", metadata: [("k", "v")])
        #expect(text == "T info a\\nb k=v")
        let json = LineLogHandler.line(.json, time: "T", level: "info", message: "a\n\"b\"\u{1}\\", metadata: [])
        #expect(json == #"{"time":"T","level":"info","message":"a\n\"b\"\u0001\\"}"#)
    }
}
