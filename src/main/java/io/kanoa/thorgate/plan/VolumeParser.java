package io.kanoa.thorgate.plan;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Parses a folder or file of ours that a container sees: {@code host:container}, with {@code :ro} at its end if only to read. */
final class VolumeParser implements TextParser<String> {

    private static final Pattern SHAPE = Pattern.compile("(~(?=/)|/?)[^:]*[^:/][^:]*:/[^:]*(:ro)?");
    private static final String HOME = "~/";

    private final Path home;

    /** @param home what a {@code ~} at the start stands for */
    VolumeParser(Path home) {
        this.home = home;
    }

    @Override
    public String parse(String text) throws WrongTextException {
        boolean fromHome = text.startsWith(HOME);
        if (!SHAPE.matcher(text).matches() || !(fromHome || text.startsWith("/"))) {
            throw new WrongTextException(
                    Quoted.of(text)
                            + " is no volume; write /path/here:/path/there or ~/path/here:/path/there, with :ro if only to read");
        }
        return fromHome ? home + text.substring(HOME.length() - 1) : text;
    }
}
