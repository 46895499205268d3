package io.github.medrank.published;

/** The subjects of the QS World University Rankings by Subject whose weights this library knows. */
public enum QsSubject {
    /** Medicine. */
    MEDICINE("Medicine", "MED01"),
    /** Dentistry. */
    DENTISTRY("Dentistry", "DEN01"),
    /** Nursing. */
    NURSING("Nursing", "NUR01"),
    /** Veterinary science. */
    VETERINARY_SCIENCE("Veterinary Science", "VET01"),
    /** Anatomy and physiology. */
    ANATOMY_AND_PHYSIOLOGY("Anatomy & Physiology", "ANA01"),
    /** Pharmacy and pharmacology. */
    PHARMACY_AND_PHARMACOLOGY("Pharmacy & Pharmacology", "PHA01"),
    /** Biological sciences. */
    BIOLOGICAL_SCIENCES("Biological Sciences", "BIO01"),
    /** Psychology. */
    PSYCHOLOGY("Psychology", "PSY01"),
    /** Agriculture and forestry. */
    AGRICULTURE_AND_FORESTRY("Agriculture & Forestry", "AGR01"),
    /** The broad subject area that contains the others. */
    LIFE_SCIENCES_AND_MEDICINE("Life Sciences & Medicine", "F-LIF");

    private final String title;
    private final String code;

    QsSubject(String title, String code) {
        this.title = title;
        this.code = code;
    }

    /** Returns QS's own code of the subject, such as {@code MED01}. */
    public String code() {
        return code;
    }

    /** Returns the subject's name as QS writes it. */
    @Override
    public String toString() {
        return title;
    }
}
