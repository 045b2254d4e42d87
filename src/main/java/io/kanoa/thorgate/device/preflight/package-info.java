/**
 * Whether this machine is ready for the plan, before anything is started: what it is and how it is set, compared with what
 * the plan asks. Nothing is changed. Start at {@link io.kanoa.thorgate.device.preflight.Preflight}.
 *
 * <p>A finding is a STOP only where figures would be of no use: on another kind of machine than the plan is for, with much
 * less memory, with a JetPack older than the plan asks for, or where the results would not fit the disk. What makes the
 * machine slower or less steady but leaves the figures true is a WARNING. What cannot be read is a WARNING where the plan
 * asks for it; it never passes for good.
 */
@NullMarked
package io.kanoa.thorgate.device.preflight;

import org.jspecify.annotations.NullMarked;
