package io.kanoa.thorgate.engine.llamaserver;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a build of llama-server is and can do.
 *
 * @param version as it says itself
 * @param flags that it takes
 */
record LlamaProgram(String version, Set<String> flags) {

    private static final Pattern FLAG = Pattern.compile("\\G,?\\s*(--?[A-Za-z][A-Za-z0-9-]*)");
    private static final Pattern VERSION = Pattern.compile("version: (.{1,200})");

    LlamaProgram {
        flags = Set.copyOf(flags);
    }

    /** From what it printed when asked for its version and its help. */
    static LlamaProgram read(List<String> version, List<String> help) {
        return new LlamaProgram(versionIn(version), flagsIn(help));
    }

    boolean takes(String flag) {
        return flags.contains(flag);
    }

    private static String versionIn(List<String> lines) {
        return lines.stream()
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(found -> "llama.cpp " + found.group(1))
                .findFirst()
                .orElse("llama.cpp, version not told");
    }

    /** A line of the help begins with the flags that it explains, in all their spellings. */
    private static Set<String> flagsIn(List<String> help) {
        Set<String> flags = new LinkedHashSet<>();
        for (String line : help) {
            Matcher flag = FLAG.matcher(line);
            while (line.startsWith("-") && flag.find()) {
                flags.add(flag.group(1));
            }
        }
        return flags;
    }
}
