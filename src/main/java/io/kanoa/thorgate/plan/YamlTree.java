package io.kanoa.thorgate.plan;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Parses YAML into nodes that know their place. Nothing is constructed from them, and what they may cost is bounded. */
final class YamlTree {

    private static final int MOST_ALIASES = 16;
    private static final int DEEPEST = 24;

    private YamlTree() {}

    /** The top of the file's only document; syntax errors are thrown as its only problem. */
    static Cursor parse(String text, Problems problems) {
        try {
            return new Cursor(root(text, problems), "", problems);
        } catch (ReaderException e) {
            throw at(lineOf(text, e.getPosition()), 1, "not valid YAML: a control character in this line", problems);
        } catch (MarkedYAMLException e) {
            throw at(e.getProblemMark(), "not valid YAML: " + sentence(e), problems);
        } catch (YAMLException e) {
            throw at(1, 1, "refused: " + e.getMessage(), problems);
        }
    }

    private static Node root(String text, Problems problems) {
        Parser parser = new ParserImpl(new StreamReader(text), limits());
        try {
            @Nullable Node root = new Composer(parser, new Resolver(), limits()).getSingleNode();
            if (root == null) {
                throw at(1, 1, "the file is empty; a plan starts with plan: TITLE", problems);
            }
            return root;
        } catch (MarkedYAMLException | ReaderException e) {
            throw e;
        } catch (YAMLException e) {
            throw at(parser.peekEvent().getStartMark(), "refused: " + e.getMessage(), problems);
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(PlanFile.MOST_BYTES);
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        return options;
    }

    private static String sentence(MarkedYAMLException e) {
        return e.getContext() == null ? e.getProblem() : e.getContext() + ", " + e.getProblem();
    }

    private static int lineOf(String text, int codePoints) {
        return 1
                + (int) text.codePoints()
                        .limit(codePoints)
                        .filter(c -> c == '\n')
                        .count();
    }

    private static PlanException at(Mark mark, String message, Problems problems) {
        return at(mark.getLine() + 1, mark.getColumn() + 1, message, problems);
    }

    private static PlanException at(int line, int column, String message, Problems problems) {
        problems.add(line, column, "", message);
        return problems.toException();
    }
}
