package io.kanoa.thorgate.workload.vector;

import io.kanoa.thorgate.engine.database.Hit;
import io.kanoa.thorgate.engine.database.SearchException;
import io.kanoa.thorgate.engine.database.VectorSearcher;
import io.kanoa.thorgate.engine.database.VectorTable;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.Progress;
import io.kanoa.thorgate.workload.StopRule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Turns of a user whose questions are answered from retrieved text, one after the other. The question stands before the text, so
 * that no two prompts begin alike and no prefix cache can answer.
 */
final class RagTurns {

    private final Endpoint endpoint;
    private final Sampling sampling;
    private final Progress progress;

    RagTurns(Endpoint endpoint, Sampling sampling, Progress progress) {
        this.endpoint = endpoint;
        this.sampling = sampling;
        this.progress = progress;
    }

    /**
     * One turn for each question, fewer where {@code enough} says so or a query fails.
     *
     * @param firstQuery number of the first turn's query
     */
    List<RagTurn> hold(
            VectorTable table,
            int neighbours,
            ClusteredVectors vectors,
            int firstQuery,
            List<String> questions,
            StopRule enough) {
        List<RagTurn> turns = new ArrayList<>();
        List<Timeline> answers = new ArrayList<>();
        try (VectorSearcher searcher = table.searcher(neighbours);
                StreamClient client = StreamClient.open()) {
            client.connect(endpoint);
            for (String question : questions) {
                if (!turns.isEmpty()) {
                    pause();
                }
                RagTurn turn = turn(searcher, client, vectors.query(firstQuery + turns.size()), question, turns.size());
                turns.add(turn);
                answers.add(turn.answer());
                progress.step("answers from retrieved text", turns.size(), questions.size(), turn.answer());
                if (enough.isEnough(List.copyOf(answers))) {
                    break;
                }
            }
        } catch (SearchException e) {
            // The turn that failed has no answer; the database is asked afterwards whether it lives.
            return turns;
        }
        return turns;
    }

    private RagTurn turn(VectorSearcher searcher, StreamClient client, float[] vector, String question, int number) {
        long sent = System.nanoTime();
        List<Hit> hits = searcher.nearest(vector);
        long found = System.nanoTime();
        String prompt = hits.stream().map(Hit::text).collect(Collectors.joining("\n", question + "\n", ""));
        Timeline answer = client.send(
                new GenerationRequest(
                                endpoint, prompt, -1, sampling.outputTokens(), number, sampling.stallTimeout(), false)
                        .within(sampling.timeLimit()),
                found);
        return new RagTurn(new VectorQuery(sent, sent, found, ""), answer);
    }

    private void pause() {
        long until = System.nanoTime() + sampling.thinkTime().toNanos();
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
