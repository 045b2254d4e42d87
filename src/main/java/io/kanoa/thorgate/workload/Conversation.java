package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One user who asks, reads the answer, thinks, and asks again: a closed loop over one connection. */
public final class Conversation {

    private final Endpoint endpoint;
    private final Shape shape;
    private final BooleanSupplier engineAlive;
    private final Progress progress;

    /**
     * What is asked.
     *
     * @param inputTokens of each prompt; usage must report as many
     * @param outputTokens length forced on each answer
     * @param thinkTime pause between an answer and the next question
     * @param stallTimeout longest wait for the next token
     * @param longest time that one answer may take
     */
    public record Shape(
            int inputTokens, int outputTokens, Duration thinkTime, Duration stallTimeout, Duration longest) {

        /** As a row's sampling has it; one answer may take as long as all of them together. */
        public static Shape of(int inputTokens, Sampling sampling) {
            return new Shape(
                    inputTokens,
                    sampling.outputTokens(),
                    sampling.thinkTime(),
                    sampling.stallTimeout(),
                    sampling.timeLimit());
        }
    }

    /** @param engineAlive asked after each failed answer; the conversation ends early once it says no, or once the engine hangs */
    public Conversation(Endpoint endpoint, Shape shape, BooleanSupplier engineAlive, Progress progress) {
        this.endpoint = endpoint;
        this.shape = shape;
        this.engineAlive = engineAlive;
        this.progress = progress;
    }

    /**
     * Asks until {@code enough} says so, and {@code most} times at most. The next prompt is taken, and {@code enough} asked,
     * within the pause between two questions, which is never shorter than the think time.
     *
     * @return an answer for each question in its order, failed ones included; the engine's death ends it too, and so does its {@link Hang}
     */
    public List<Timeline> hold(String phase, int most, Supplier<String> prompts, StopRule enough) {
        return hold(phase, most, () -> Prompt.text(prompts.get(), shape.inputTokens()), enough, (prompt, answer) -> {});
    }

    /**
     * As the other, with prompts of any kind.
     *
     * @param answered told of each prompt and its answer, before {@code enough} is asked
     */
    List<Timeline> hold(
            String phase, int most, Supplier<Prompt> prompts, StopRule enough, BiConsumer<Prompt, Timeline> answered) {
        List<Timeline> answers = new ArrayList<>();
        try (StreamClient client = StreamClient.open()) {
            client.connect(endpoint);
            Optional<Prompt> prompt = most > 0 ? Optional.of(prompts.get()) : Optional.empty();
            while (prompt.isPresent()) {
                Timeline answer = client.send(request(prompt.get(), answers.size()), System.nanoTime());
                long ended = System.nanoTime();
                answers.add(answer);
                answered.accept(prompt.get(), answer);
                progress.step(phase, answers.size(), most, answer);
                prompt = answers.size() < most && isServed(answers) && !enough.isEnough(List.copyOf(answers))
                        ? Optional.of(prompts.get())
                        : Optional.empty();
                prompt.ifPresent(next -> waitUntil(ended + shape.thinkTime().toNanos()));
            }
        }
        return answers;
    }

    private boolean isServed(List<Timeline> answers) {
        boolean isAnswered = answers.get(answers.size() - 1).outcome().isCompleted();
        return isAnswered || (Hang.in(answers).isEmpty() && engineAlive.getAsBoolean());
    }

    private GenerationRequest request(Prompt prompt, long seed) {
        return new GenerationRequest(
                endpoint,
                prompt.text(),
                prompt.images(),
                prompt.tokens(),
                shape.outputTokens(),
                seed,
                shape.stallTimeout(),
                shape.longest(),
                false);
    }

    private static void waitUntil(long instant) {
        for (long left = instant - System.nanoTime(); left > 0; left = instant - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
