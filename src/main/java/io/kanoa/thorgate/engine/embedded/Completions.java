package io.kanoa.thorgate.engine.embedded;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Answers requests for generated text. */
final class Completions {

    private final ModelSlot slot;
    private final String model;
    private final AtomicLong numbers = new AtomicLong();

    Completions(ModelSlot slot, String model) {
        this.slot = slot;
        this.model = model;
    }

    void chat(Exchange exchange) throws IOException {
        RequestReader request = new RequestReader(exchange.body());
        answer(exchange, request, request.chatPrompt(), new ChatFormat(numbers.incrementAndGet(), model));
    }

    void text(Exchange exchange) throws IOException {
        RequestReader request = new RequestReader(exchange.body());
        answer(exchange, request, request.prompt(), new TextFormat(numbers.incrementAndGet(), model));
    }

    private void answer(Exchange exchange, RequestReader request, String prompt, ReplyFormat format)
            throws IOException {
        checkModel(request.model());
        Generation wanted = request.generation(prompt);
        int promptTokens = fittingTokens(slot.model(), wanted);
        if (request.stream()) {
            slot.use(llama -> new StreamedReply(exchange, format, request.includeUsage())
                    .send(sink -> llama.generate(wanted, promptTokens, sink)));
        } else {
            slot.use(llama -> exchange.reply(200, whole(llama, wanted, promptTokens, format)));
        }
    }

    private static ObjectNode whole(Llama llama, Generation wanted, int promptTokens, ReplyFormat format)
            throws IOException {
        StringBuilder text = new StringBuilder();
        Answer answer = llama.generate(wanted, promptTokens, text::append);
        return format.whole(text.toString(), answer);
    }

    private void checkModel(String wanted) {
        if (!wanted.isEmpty() && !wanted.equals(model)) {
            throw ApiError.notFound("The model '" + wanted + "' is not served here, '" + model + "' is");
        }
    }

    private static int fittingTokens(Llama llama, Generation wanted) {
        int promptTokens = llama.promptTokens(wanted.prompt());
        if (promptTokens == 0) {
            throw ApiError.badRequest("The prompt is empty");
        }
        int answerTokens = wanted.maxTokens().orElse(1);
        if ((long) promptTokens + answerTokens > llama.context()) {
            throw ApiError.contextExceeded(promptTokens + " prompt tokens and " + answerTokens
                    + " answer tokens exceed the context of " + llama.context() + " tokens");
        }
        return promptTokens;
    }
}
