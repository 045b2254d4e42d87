package io.kanoa.thorgate.engine.openai;

import io.kanoa.thorgate.engine.server.Answers;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.util.List;

/** The list of models of a server that speaks OpenAI's protocol. Nothing is declared. */
public final class OpenAiAnswerTarget implements Target {

    @Override
    public String name() {
        return "openai-answers";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                "{\"object\":\"list\",\"data\":[{\"id\":\"m\",\"object\":\"model\",\"max_model_len\":2048},{\"id\":7}]}");
    }

    @Override
    public boolean accepts(byte[] input) {
        return new ServedModels(Answers.json(input)).context("m").isPresent();
    }
}
