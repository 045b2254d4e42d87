package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.server.ListeningProcess;
import io.kanoa.thorgate.engine.server.ServerAddress;
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
 * @param pid of its process; empty where it cannot be seen from here
 * @param startNanos how long it took to run it; 0 for a service
 * @param version as it tells
 * @param models that it can load
 */
record OllamaServer(
        OllamaApi api, Optional<Hosted> hosted, OptionalLong pid, long startNanos, String version, ModelStore models) {

    private static final Duration VERSION_TIMEOUT = Duration.ofSeconds(5);

    static OllamaServer hosted(ServerAddress address, Hosted hosted, long startNanos) {
        OllamaApi api = new OllamaApi(address.base(), hosted::logTail);
        return of(api, Optional.of(hosted), hosted.pid(), startNanos, VERSION_TIMEOUT);
    }

    /** @throws io.kanoa.thorgate.engine.EngineException if no Ollama answers there */
    static OllamaServer attached(ServerAddress address, Duration timeout) {
        Duration limit = timeout.compareTo(VERSION_TIMEOUT) < 0 ? timeout : VERSION_TIMEOUT;
        OllamaApi api = new OllamaApi(address.base(), lines -> List.of());
        OptionalLong pid = address.isRemote()
                ? OptionalLong.empty()
                : ListeningProcess.onPort(address.base().getPort());
        return of(api, Optional.empty(), pid, 0, limit);
    }

    private static OllamaServer of(
            OllamaApi api, Optional<Hosted> hosted, OptionalLong pid, long startNanos, Duration timeout) {
        return new OllamaServer(api, hosted, pid, startNanos, api.version(timeout), new ModelStore(api));
    }

    /** Whether its program runs; a service is taken to run until a request tells otherwise. */
    boolean isAlive() {
        return hosted.map(Hosted::isAlive).orElse(true);
    }

    List<String> command() {
        return hosted.map(Hosted::command)
                .orElse(List.of(
                        "(attached, neither started nor stopped by the gate)",
                        api.base().toString()));
    }

    List<String> logTail(int lines) {
        return hosted.map(program -> program.logTail(lines)).orElse(List.of());
    }

    /** The processes that it has started and that live; none where they cannot be seen. */
    Set<ProcessHandle> children() {
        return pid.stream()
                .mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .flatMap(ProcessHandle::descendants)
                .collect(Collectors.toSet());
    }

    /** Loads a model and unloads it again, unless somebody else has it loaded, to see whether a GPU takes a part of it. */
    boolean isOnTheCpuOnly(InstalledModel model, LoadOptions options, Duration timeout) {
        boolean isLoaded = api.loaded().stream().anyMatch(listed -> model.isCalled(listed.name()));
        if (isLoaded) {
            return false;
        }
        Set<ProcessHandle> before = children();
        api.load(model.name(), options, timeout);
        boolean onTheCpu =
                api.loaded().stream().anyMatch(listed -> model.isCalled(listed.name()) && listed.isOnTheCpuOnly());
        Set<ProcessHandle> holders = children();
        holders.removeAll(before);
        new Residence(this, model.name(), holders, timeout).end();
        return onTheCpu;
    }

    /** Ends its program; leaves a service alone. */
    void end() {
        hosted.ifPresent(Hosted::end);
    }
}
