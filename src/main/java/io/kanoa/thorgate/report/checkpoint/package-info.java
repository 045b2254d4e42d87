/**
 * What a run keeps of itself while it goes on, so that another can go on with it after a crash: a file about the run, and one for
 * each row that has ended, with all that any report says of it. Start at
 * {@link io.kanoa.thorgate.report.checkpoint.CheckpointFolder}. Each file is written as a whole and has a checksum, which tells what
 * is torn from what is whole; it is no signature. Times of {@link System#nanoTime()} are those of the JVM that measured: only
 * differences within a row mean anything.
 */
@NullMarked
package io.kanoa.thorgate.report.checkpoint;

import org.jspecify.annotations.NullMarked;
