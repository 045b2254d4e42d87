package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.launch.custodian.CleanUp;
import io.kanoa.thorgate.engine.launch.custodian.Owner;
import io.kanoa.thorgate.engine.launch.custodian.ToolCall;
import io.kanoa.thorgate.plan.Launch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The docker or podman command line.
 *
 * @param command the program and the arguments that go before its subcommand
 */
record ContainerTool(List<String> command) {

    /** The label that tells whose a container is. */
    static final String OWNER_LABEL = "thor-gate.owner";

    private static final List<String> USUAL = List.of("docker", "podman");
    private static final Duration CALL = Duration.ofSeconds(20);

    ContainerTool {
        command = List.copyOf(command);
    }

    /**
     * The tool that a launch names, or else the first of docker and podman that works here.
     *
     * @throws EngineException if there is none
     */
    static ContainerTool of(Launch.Container launch) {
        return find(launch).orElseThrow(() -> new EngineException(absence(launch), List.of()));
    }

    static Optional<ContainerTool> find(Launch.Container launch) {
        return launch.tool()
                .map(Stream::of)
                .orElseGet(USUAL::stream)
                .flatMap(name -> Programs.find(name).stream())
                .map(program -> new ContainerTool(concat(List.of(program.toString()), launch.toolArguments())))
                .filter(ContainerTool::works)
                .findFirst();
    }

    /** Those that are on this machine. */
    static List<ContainerTool> usual() {
        return USUAL.stream()
                .flatMap(name -> Programs.find(name).stream())
                .map(program -> new ContainerTool(List.of(program.toString())))
                .toList();
    }

    /** Why {@link #find} found nothing. */
    static String absence(Launch.Container launch) {
        return launch.tool()
                        .map(tool -> "The container tool '" + tool + "' is not on this machine or does not work here")
                        .orElse("Neither docker nor podman is on the PATH and works here")
                + "; install it or start its daemon, see that you may use it, or name another in the plan with 'tool:'";
    }

    List<String> with(String... arguments) {
        return concat(command, List.of(arguments));
    }

    boolean has(String image) {
        return call("image", "inspect", image).isOk();
    }

    /** The image by its digest; empty where it is not here, or came from no registry. */
    Optional<String> digestOf(String image) {
        ToolCall answer = call("image", "inspect", "-f", "{{if .RepoDigests}}{{index .RepoDigests 0}}{{end}}", image);
        return Optional.of(answer.output())
                .filter(digest -> answer.isOk() && digest.matches("[A-Za-z0-9][A-Za-z0-9._/:-]*@sha256:[0-9a-f]{64}"));
    }

    /** The process of a running container, if it is one of this machine. */
    OptionalLong processOf(String container) {
        ToolCall answer = call("inspect", "-f", "{{.State.Pid}}", container);
        return answer.isOk() && answer.output().matches("[1-9]\\d{0,9}")
                ? OptionalLong.of(Long.parseLong(answer.output()))
                : OptionalLong.empty();
    }

    CleanUp removing(String container) {
        return new CleanUp(
                with("stop", "-t", CleanUp.SECONDS, container),
                with("rm", "-f", container),
                with("ps", "-a", "-q", "--filter", "name=" + container));
    }

    /** Removes the containers of owners that are gone, as far as {@code owner} may. */
    void removeAbandoned(Owner owner) {
        call("ps", "-a", "-q", "--filter", "label=" + OWNER_LABEL)
                .output()
                .lines()
                .filter(id -> id.matches("[0-9a-f]+"))
                .filter(id -> ownerOf(id).filter(owner::mayReap).isPresent())
                .forEach(id -> {
                    call("stop", "-t", "3", id);
                    call("rm", "-f", id);
                });
    }

    private Optional<Owner> ownerOf(String id) {
        return Owner.parse(call("inspect", "-f", "{{index .Config.Labels \"" + OWNER_LABEL + "\"}}", id)
                .output());
    }

    private boolean works() {
        return call("ps", "-q").isOk();
    }

    private ToolCall call(String... arguments) {
        return ToolCall.of(with(arguments), CALL);
    }

    private static List<String> concat(List<String> first, List<String> then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
