package io.kanoa.thorgate.stream;

import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A tokenizer's answer. {@link IOException} is declared. */
public final class TokenizerTarget implements Target {

    private final Tokenizer tokenizer =
            new Tokenizer(new Endpoint(URI.create("http://127.0.0.1:1"), Dialect.OPENAI_CHAT, "m"));

    @Override
    public String name() {
        return "tokenizer";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                "{\"tokens\":[1,2,{\"id\":3,\"piece\":\"a\"}]}",
                "{\"count\":3,\"max_model_len\":2048,\"tokens\":[1,2,3]}");
    }

    @Override
    public boolean accepts(byte[] input) {
        try {
            return tokenizer.tokens(new ByteArrayInputStream(input)) >= 0;
        } catch (IOException declared) {
            return false;
        }
    }
}
