package io.kanoa.thorgate.plan;

/**
 * One thing that is wrong with a plan file, and where.
 *
 * @param file as it was named to the reader
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1; 0 where the file as a whole is meant
 * @param path of the key, e.g. {@code scenarios.A.rows[0].targets[0]}; empty for the top
 * @param message what is wrong and what would be right
 */
public record Problem(String file, int line, int column, String path, String message) {

    /** The problem on one line: {@code targets.yaml:12:7 device.memory: has no unit}. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return path.isEmpty() ? place + ": " + message : place + " " + path + ": " + message;
    }
}
