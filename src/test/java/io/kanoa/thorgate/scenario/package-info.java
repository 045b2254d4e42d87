/** The plan's scenarios, as tests that the gate runs. Each class reads like its part of the plan. */
@NullMarked
package io.kanoa.thorgate.scenario;

import org.jspecify.annotations.NullMarked;
