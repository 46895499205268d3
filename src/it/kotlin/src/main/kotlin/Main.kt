package consumer

import io.github.medrank.Indicator
import io.github.medrank.MissingReason
import io.github.medrank.Normalizer
import io.github.medrank.Ranking
import io.github.medrank.Scale
import io.github.medrank.School
import io.github.medrank.Weights
import io.github.medrank.choice.Profile
import io.github.medrank.evidence.Institutions
import io.github.medrank.insight.WhatMustChange
import io.github.medrank.normalization.Imputations
import io.github.medrank.published.Qs
import io.github.medrank.text.Csv
import io.github.medrank.text.Json
import java.io.File
import kotlin.jvm.optionals.getOrNull

/** Ranks the excerpt that its argument names, by the publisher's steps and by lambdas in their place. */
fun main(arguments: Array<String>) {
    val qs = Qs.medicine(2026)
    val table = Csv.parseTable(File(arguments[0]).readText(), qs.indicators())
    val ranking: Ranking = qs.rank(table)
    check(ranking.diff(table.published()).agrees()) { "differs from what was published" }

    // Null-safety: none is a platform type, so `?.` or `!!` here would be a warning, which fails the build.
    val name: String = ranking.first().school().name()
    val country: String? = ranking.of("Stanford University").school().country().getOrNull()
    check(name.length == 18 && country == "US") { "$name, $country" }

    // Every plug-in point is a lambda.
    val weighting = qs.withWeighting { Weights.equal(it.indicators()) }.rank(table)
    val ranker = qs.withRanker { t, w -> Ranking.byScore(t, w) { row -> row.min() } }.rank(table)
    val normalizer = qs.withNormalizer(Normalizer { Scale { value -> value / 2 } }).rank(table)
    val british = ranking.filter { it.country().getOrNull() == "GB" }
    check(weighting.size() == 35 && ranker.size() == 35 && normalizer.size() == 35 && british.size() in 3..10) { "sizes" }

    // No name needs backticks, though Kotlin reserves `in`, `when`, `is`, `as` and `object`.
    Profile.builder().matters(Qs.H_INDEX, 1).inCountry("GB").build()
    WhatMustChange.of(qs, table)
    Imputations.forReason(MissingReason.NOT_REPORTED, Imputations.zero())
    table.column(Qs.H_INDEX).withIndicator(Indicator.of("h"))

    val papers = Csv.papers("year,institutions,citations\n2021,Yale,3\n", Institutions.of(School.of("Yale")))
    check(papers.records().single().citations().asInt == 3) { "papers" }
    check(Json.tree(ranking)["type"] == "ranking") { "the tree" }
    println("ranked in Kotlin ${KotlinVersion.CURRENT}")
}
