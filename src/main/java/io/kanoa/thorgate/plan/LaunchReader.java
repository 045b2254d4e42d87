package io.kanoa.thorgate.plan;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads how an engine comes to life. */
final class LaunchReader {

    private static final List<String> WAYS = List.of("program", "container", "attach");
    private static final List<String> CONTAINER =
            List.of("image", "tool", "tool-arguments", "run-arguments", "volumes", "command", "network");
    private static final String OWN = "own";
    private static final Known NETWORKS = new Known("network", List.of("host", OWN));
    private static final List<String> TOOLS = List.of("docker", "podman");
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:@-]*");

    /** The driver whose engine lives inside this project. */
    private static final String EMBEDDED = "embedded";

    /** The driver that knows no program of its own. */
    private static final String ANY_SERVER = "openai";

    static final String ALLOW_REMOTE = "allow-remote";

    private final VolumeParser volumes;
    private final TextParser<URI> addresses;

    /**
     * @param home what a volume's {@code ~} stands for
     * @param addresses reads where what runs already is
     */
    LaunchReader(Path home, TextParser<URI> addresses) {
        this.volumes = new VolumeParser(home);
        this.addresses = addresses;
    }

    /** How the engine comes to life: as the driver usually does where the section does not say. */
    Launch read(String driver, Section section) {
        List<String> ways = section.present(WAYS);
        if (ways.size() > 1) {
            section.at().problem("comes to life in one way only; leave one of " + String.join(", ", ways));
        }
        check(driver, ways, section.at());
        boolean allowsRemote = allowsRemote(section);
        return section.find("attach")
                .flatMap(at -> address(at, allowsRemote))
                .<Launch>map(Launch.Attach::new)
                .or(() -> section.find("container")
                        .flatMap(at -> at.section(CONTAINER))
                        .map(container -> container(container, new ArgumentsReader(allowsRemote))))
                .orElseGet(() -> new Launch.Program(section.find("program").flatMap(Cursor::text)));
    }

    /** Whether the section says that other machines may be spoken to, or may speak to what it starts. */
    static boolean allowsRemote(Section section) {
        return section.find(ALLOW_REMOTE).flatMap(Cursor::truth).orElse(false);
    }

    private Optional<URI> address(Cursor at, boolean allowsRemote) {
        Optional<URI> address = at.parsed(addresses);
        address.filter(known -> !allowsRemote && !Loopback.is(known.getHost()))
                .ifPresent(remote -> at.problem(Quoted.of(remote.getHost())
                        + " may be another machine, which prompts, answers and keys would go to; " + Loopback.ADVICE));
        return address;
    }

    private static void check(String driver, List<String> ways, Cursor at) {
        if (driver.equals(EMBEDDED) && !ways.isEmpty()) {
            at.problem("the embedded engine lives inside this project; leave out " + String.join(", ", ways));
        }
        if (driver.equals(ANY_SERVER) && ways.isEmpty()) {
            at.problem("driver openai knows no program of its own; give attach: http://HOST:PORT");
        }
    }

    private Launch container(Section section, ArgumentsReader arguments) {
        Stream<String> mounts = section.find("volumes").map(Cursor::items).orElse(List.of()).stream()
                .flatMap(at -> at.parsed(volumes).stream())
                .flatMap(volume -> Stream.of("-v", volume));
        return new Launch.Container(
                section.need("image")
                        .flatMap(at -> at.parsed(LaunchReader::image))
                        .orElse(""),
                section.find("tool").flatMap(at -> at.parsed(LaunchReader::tool)),
                arguments.read(section, "tool-arguments"),
                Stream.concat(arguments.read(section, "run-arguments").stream(), mounts)
                        .toList(),
                arguments.read(section, "command"),
                section.find("network")
                        .flatMap(at -> at.parsed(NETWORKS))
                        .filter(OWN::equals)
                        .isPresent());
    }

    private static String image(String text) throws WrongTextException {
        if (!IMAGE.matcher(text).matches()) {
            throw new WrongTextException(
                    Quoted.of(text) + " is no image; write e.g. registry/name:tag or registry/name@sha256:DIGEST");
        }
        return text;
    }

    private static String tool(String text) throws WrongTextException {
        Optional<Path> name = Optional.ofNullable(Path.of(text).getFileName());
        if (name.isEmpty() || !TOOLS.contains(name.get().toString())) {
            throw new WrongTextException(
                    "unknown container tool " + Quoted.of(text) + "; write docker or podman, or the path of one");
        }
        return text;
    }
}
