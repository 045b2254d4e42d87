package io.kanoa.thorgate.stream;

import java.util.List;
import java.util.stream.Stream;

/** Lines of JSON as Ollama sends them. */
public final class NdjsonTarget extends StreamTarget {

    public NdjsonTarget() {
        super(Dialect.OLLAMA_CHAT);
    }

    @Override
    public String name() {
        return "ndjson";
    }

    @Override
    public List<byte[]> seeds() {
        return bytes(Stream.of(
                Events.ollamaChat("\"content\":\"Hello \\u00e9\"") + Events.ollamaEnd(4, 5),
                Events.ollamaChat("\"content\":\"\",\"thinking\":\"hm\"") + Events.ollamaEnd(4, 5),
                Events.ollamaChat(
                        "\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":{\"x\":1}}}]"),
                "{\"model\":\"m\",\"response\":\"a\",\"thinking\":\"b\",\"done\":false}\n",
                "{\"error\":\"model not found\"}\n"));
    }
}
