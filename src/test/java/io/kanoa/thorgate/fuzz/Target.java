package io.kanoa.thorgate.fuzz;

import java.util.List;
import java.util.function.Supplier;

/** A parser that is fed bytes from anywhere. One thread at a time uses it. */
public interface Target {

    /** As the command line names it. */
    String name();

    /** Inputs that real programs or our own writers made: what the search for others begins with. */
    List<byte[]> seeds();

    /** Makes inputs of up to a megabyte that are to take long or much, beside those that every parser is given. */
    default List<Supplier<byte[]>> hostile() {
        return List.of();
    }

    /**
     * Has the parser read it.
     *
     * @return whether it was taken; false where the parser refused it in the way that it declares
     * @throws Exception that the parser does not declare: a bug
     */
    boolean accepts(byte[] input) throws Exception;
}
