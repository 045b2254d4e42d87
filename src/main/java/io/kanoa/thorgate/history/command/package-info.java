/**
 * The history by hand: what is in it, what got worse, who accepts that. Start at
 * {@link io.kanoa.thorgate.history.command.HistoryCommand}.
 */
@NullMarked
package io.kanoa.thorgate.history.command;

import org.jspecify.annotations.NullMarked;
