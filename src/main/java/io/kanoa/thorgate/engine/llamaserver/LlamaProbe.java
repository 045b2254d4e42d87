package io.kanoa.thorgate.engine.llamaserver;

import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Launcher;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/** Asks a program what it is, by running it the way it will be run. */
record LlamaProbe(Launcher launcher, LlamaRun run) {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final int LINES_READ = 2_000;
    private static final int LINES_IN_MESSAGE = 20;

    /** @throws EngineException if it does not print its help: then it is no llama-server, or can't run on this machine */
    LlamaProgram program() {
        LlamaProgram program = LlamaProgram.read(answerTo("--version"), answerTo("--help"));
        if (!program.takes("--port")) {
            throw failure("prints no help that names --port: is it a llama-server?", answerTo("--help"));
        }
        return program;
    }

    private List<String> answerTo(String flag) {
        Hosted asked = launcher.launch(run.asking(flag));
        try {
            await().pollInSameThread().pollInterval(POLL).atMost(ANSWERS_WITHIN).until(() -> !asked.isAlive());
            return asked.logTail(LINES_READ);
        } catch (ConditionTimeoutException e) {
            throw failure(
                    "did not answer " + flag + " within " + ANSWERS_WITHIN.toSeconds() + " s",
                    asked.logTail(LINES_READ));
        } finally {
            asked.end();
        }
    }

    private EngineException failure(String what, List<String> log) {
        return new EngineException(
                "The program for " + run.serving() + " " + what,
                log.subList(Math.max(0, log.size() - LINES_IN_MESSAGE), log.size()));
    }
}
