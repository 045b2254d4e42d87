package io.kanoa.thorgate.report.export;

import io.kanoa.thorgate.report.Figures;
import java.math.BigDecimal;

/** Numbers as programs read them: six significant digits, a decimal point, no exponent. */
final class Numbers {

    private static final int DIGITS = 6;

    private Numbers() {}

    /** @throws NumberFormatException if {@code value} is NaN or infinite */
    static BigDecimal rounded(double value) {
        return Figures.rounded(value, DIGITS);
    }

    /** The number, or nothing where it is not known. */
    static String text(double value) {
        return Double.isFinite(value) ? rounded(value).toPlainString() : "";
    }
}
