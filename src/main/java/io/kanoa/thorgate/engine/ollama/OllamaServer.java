package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.Hosted;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An Ollama that answers.
 *
 * @param hosted its program; empty where it is a service that we attached to
 * @param startNanos how long it took to run it; 0 for a service
 * @param version as it tells
 * @param models that it can load
 */
record OllamaServer(OllamaApi api, Optional<Hosted> hosted, long startNanos, String version, ModelStore models) {

    private static final Duration VERSION_TIMEOUT = Duration.ofSeconds(5);

    static OllamaServer hosted(URI base, Hosted hosted, long startNanos) {
        return of(new OllamaApi(base, hosted::logTail), Optional.of(hosted), startNanos, VERSION_TIMEOUT);
    }

    /** @throws io.kanoa.thorgate.engine.EngineException if no Ollama answers there */
    static OllamaServer attached(URI base, Duration timeout) {
        Duration limit = timeout.compareTo(VERSION_TIMEOUT) < 0 ? timeout : VERSION_TIMEOUT;
        return of(new OllamaApi(base, lines -> List.of()), Optional.empty(), 0, limit);
    }

    private static OllamaServer of(OllamaApi api, Optional<Hosted> hosted, long startNanos, Duration timeout) {
        return new OllamaServer(api, hosted, startNanos, api.version(timeout), new ModelStore(api));
    }

    /** Whether its program runs; a service is taken to run until a request tells otherwise. */
    boolean isAlive() {
        return hosted.map(Hosted::isAlive).orElse(true);
    }

    OptionalLong pid() {
        return hosted.map(Hosted::pid).orElse(OptionalLong.empty());
    }

    List<String> command() {
        return hosted.map(Hosted::command).orElse(List.of("attached to " + api.base()));
    }

    List<String> logTail(int lines) {
        return hosted.map(program -> program.logTail(lines)).orElse(List.of());
    }

    /** The processes that it has started and that live; none where they cannot be seen. */
    Set<ProcessHandle> children() {
        return pid().stream()
                .mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .flatMap(ProcessHandle::descendants)
                .collect(Collectors.toSet());
    }

    /** Ends its program; leaves a service alone. */
    void end() {
        hosted.ifPresent(Hosted::end);
    }
}
