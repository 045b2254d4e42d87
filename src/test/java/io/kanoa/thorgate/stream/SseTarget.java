package io.kanoa.thorgate.stream;

import java.util.List;
import java.util.stream.Stream;

/** Server-sent events with OpenAI's chunks. */
public final class SseTarget extends StreamTarget {

    public SseTarget() {
        super(Dialect.OPENAI_CHAT);
    }

    @Override
    public String name() {
        return "sse";
    }

    @Override
    public List<byte[]> seeds() {
        return bytes(Stream.of(
                Events.ROLE + Events.content("Hello \\u00e9\\ud83d\\ude80") + Events.ending(12, 3),
                Events.reasoning("\u00fc\ud83d\ude80") + Events.content("a") + Events.finish("stop"),
                Events.delta("\"tool_calls\":[{\"index\":0,\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]")
                        + Events.DONE,
                Events.usage(12, 3)
                        .replace(
                                "}}",
                                ",\"prompt_tokens_details\":{\"cached_tokens\":4},"
                                        + "\"completion_tokens_details\":{\"reasoning_tokens\":2}}}"),
                Events.data("{\"choices\":[],\"timings\":{\"prompt_n\":4,\"prompt_ms\":1.5e3,\"predicted_n\":9,"
                        + "\"predicted_ms\":90.25,\"cache_n\":0}}"),
                Events.data("{\"choices\":[{\"index\":1,\"text\":\"b\"},{\"index\":0,\"text\":\"a\"}]}"),
                Events.data("{\"error\":{\"message\":\"no\"}}"),
                Events.data("{\"object\":\"error\",\"message\":\"no\"}"),
                "event: error\r\ndata: {\"code\":500}\r\n\r\n",
                "\ufeff: comment\rid: 7\rretry: 3\rdata\rdata: x\r\r",
                "error: {\"code\":500}\n\n"));
    }
}
