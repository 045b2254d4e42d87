package io.kanoa.thorgate.report.view;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import java.util.Optional;

/**
 * A number with its unit.
 *
 * @param value NaN where it is not known
 * @param unit its symbol; one that the plan does not know is shown as it is
 */
@JsonDeserialize(using = AmountReader.class)
public record Amount(double value, String unit) {

    /** What a results file does not tell. */
    public static final Amount UNKNOWN = new Amount(Double.NaN, "");

    private static final int DIGITS = 3;

    public boolean isKnown() {
        return Double.isFinite(value);
    }

    /** In {@code wanted}; NaN where it is not known or does not convert. */
    public double in(Unit wanted) {
        return Unit.of(unit)
                .filter(own -> own.dimension() == wanted.dimension())
                .map(own -> own.to(wanted, value))
                .orElse(Double.NaN);
    }

    /** Three significant digits in a unit of a readable size: {@code 4.2 s}; {@code n/a} where it is not known. */
    public String text() {
        return isKnown() ? shown(Unit.of(unit)) : Figures.UNKNOWN;
    }

    /** All digits that the file has, in its own unit. */
    public String exactText() {
        return isKnown() ? Figures.rounded(value, 17).toPlainString() + " " + unit : Figures.UNKNOWN;
    }

    private String shown(Optional<Unit> known) {
        return known.map(own -> Figures.of(value, own))
                .orElseGet(() -> (Figures.rounded(value, DIGITS).toPlainString() + " " + unit).strip());
    }
}
