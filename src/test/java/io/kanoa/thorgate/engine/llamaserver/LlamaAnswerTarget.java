package io.kanoa.thorgate.engine.llamaserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.server.Answers;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.util.List;

/** What a llama-server says of itself. Nothing is declared. */
public final class LlamaAnswerTarget implements Target {

    @Override
    public String name() {
        return "llama-answers";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of("{\"default_generation_settings\":{\"n_ctx\":2048},\"build_info\":\"b7100-abc\",\"model_path\":"
                + "\"/m/a.gguf\",\"model_alias\":\"a\"}");
    }

    @Override
    public boolean accepts(byte[] input) {
        LlamaProps props = new LlamaProps(Answers.json(input));
        assertThat(props.version()).isNotBlank();
        assertThat(props.model()).isNotBlank();
        return props.context().isPresent();
    }
}
