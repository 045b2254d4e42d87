package io.kanoa.thorgate.engine.launch.custodian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that what we start belongs to, in a form that can be written on it: as a label of a container, in the
 * environment of a process.
 *
 * @param process the JVM of a run
 * @param user who runs it
 * @param place where its number means something: this boot of this machine, this namespace of process numbers
 */
public record Owner(ProcessId process, String user, String place) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):(\\d{1,18}):([\\w.-]+):([\\w.-]+)");

    /** This process. */
    public static Owner current() {
        ProcessHandle self = ProcessHandle.current();
        ProcessId process = ProcessEntry.of(self.pid()).orElseThrow().id();
        return new Owner(process, plain(self.info().user().orElse(System.getProperty("user.name"))), here());
    }

    /** Reads what {@link #toString()} writes; empty if it is something else. */
    public static Optional<Owner> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Owner(
                        new ProcessId(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))),
                        matcher.group(3),
                        matcher.group(4)))
                : Optional.empty();
    }

    /** Whether {@code other} surely is gone, and what it left is ours to end: of the same user, at the same place. */
    public boolean mayReap(Owner other) {
        return other.user.equals(user) && other.place.equals(place) && !other.process.isRunning();
    }

    @Override
    public String toString() {
        return process.pid() + ":" + process.start() + ":" + user + ":" + place;
    }

    private static String here() {
        try {
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
            String namespace =
                    Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            return plain(boot.strip() + "." + namespace.replaceAll("\\D", ""));
        } catch (IOException e) {
            return plain(System.getProperty("os.name"));
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\w.-]", "_");
    }
}
