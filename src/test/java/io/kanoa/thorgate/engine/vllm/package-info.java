/** Tests of the vLLM driver: with captured words of a real one, and, tagged {@code vllm}, with a real one. */
@NullMarked
package io.kanoa.thorgate.engine.vllm;

import org.jspecify.annotations.NullMarked;
