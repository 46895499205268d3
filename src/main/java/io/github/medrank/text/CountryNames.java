package io.github.medrank.text;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.exact.NameKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Country names as publishers write them: ISO 3166-1 codes of two and three letters, English names, and the spellings
 * of QS, Times Higher Education and CWUR.
 *
 * <p>Kosovo has the code XK, which is in use though not assigned. Northern Cyprus has no code; it stands under that of
 * Cyprus. The parts of the United Kingdom stand under GB.
 */
final class CountryNames {
    /** Code, code of three letters, names, one country per line. */
    private static final String TABLE = """
            AD AND Andorra
            AE ARE United Arab Emirates; UAE
            AF AFG Afghanistan
            AG ATG Antigua & Barbuda
            AI AIA Anguilla
            AL ALB Albania
            AM ARM Armenia
            AO AGO Angola
            AQ ATA Antarctica
            AR ARG Argentina
            AS ASM American Samoa
            AT AUT Austria
            AU AUS Australia
            AW ABW Aruba
            AX ALA Åland Islands
            AZ AZE Azerbaijan
            BA BIH Bosnia & Herzegovina
            BB BRB Barbados
            BD BGD Bangladesh
            BE BEL Belgium
            BF BFA Burkina Faso
            BG BGR Bulgaria
            BH BHR Bahrain
            BI BDI Burundi
            BJ BEN Benin
            BL BLM St. Barthélemy
            BM BMU Bermuda
            BN BRN Brunei; Brunei Darussalam
            BO BOL Bolivia; Bolivia (Plurinational State of)
            BQ BES Caribbean Netherlands
            BR BRA Brazil
            BS BHS Bahamas; The Bahamas
            BT BTN Bhutan
            BV BVT Bouvet Island
            BW BWA Botswana
            BY BLR Belarus
            BZ BLZ Belize
            CA CAN Canada
            CC CCK Cocos (Keeling) Islands
            CD COD Congo - Kinshasa; Democratic Republic of the Congo; DR Congo
            CF CAF Central African Republic
            CG COG Congo - Brazzaville; Republic of the Congo; Congo
            CH CHE Switzerland
            CI CIV Côte d’Ivoire; Ivory Coast; Cote d'Ivoire
            CK COK Cook Islands
            CL CHL Chile
            CM CMR Cameroon
            CN CHN China; China (Mainland); Mainland China; People's Republic of China; PR China
            CO COL Colombia
            CR CRI Costa Rica
            CU CUB Cuba
            CV CPV Cape Verde; Cabo Verde
            CW CUW Curaçao
            CX CXR Christmas Island
            CY CYP Cyprus; Northern Cyprus
            CZ CZE Czechia; Czech Republic
            DE DEU Germany
            DJ DJI Djibouti
            DK DNK Denmark
            DM DMA Dominica
            DO DOM Dominican Republic
            DZ DZA Algeria
            EC ECU Ecuador
            EE EST Estonia
            EG EGY Egypt; Arab Republic of Egypt
            EH ESH Western Sahara
            ER ERI Eritrea
            ES ESP Spain
            ET ETH Ethiopia
            FI FIN Finland
            FJ FJI Fiji
            FK FLK Falkland Islands
            FM FSM Micronesia; Micronesia, Federated States of
            FO FRO Faroe Islands
            FR FRA France
            GA GAB Gabon
            GB GBR United Kingdom; UK; U.K.; Great Britain; England; Scotland; Wales; Northern Ireland; United Kingdom of Great Britain and Northern Ireland
            GD GRD Grenada
            GE GEO Georgia
            GF GUF French Guiana
            GG GGY Guernsey
            GH GHA Ghana
            GI GIB Gibraltar
            GL GRL Greenland
            GM GMB Gambia; The Gambia
            GN GIN Guinea
            GP GLP Guadeloupe
            GQ GNQ Equatorial Guinea
            GR GRC Greece
            GS SGS South Georgia & South Sandwich Islands
            GT GTM Guatemala
            GU GUM Guam
            GW GNB Guinea-Bissau
            GY GUY Guyana
            HK HKG Hong Kong SAR China; Hong Kong; Hong Kong SAR; Hong Kong SAR, China; Hong Kong, China
            HM HMD Heard & McDonald Islands
            HN HND Honduras
            HR HRV Croatia
            HT HTI Haiti
            HU HUN Hungary
            ID IDN Indonesia
            IE IRL Ireland; Republic of Ireland
            IL ISR Israel
            IM IMN Isle of Man
            IN IND India
            IO IOT British Indian Ocean Territory
            IQ IRQ Iraq
            IR IRN Iran; Iran (Islamic Republic of); Iran, Islamic Republic of; Islamic Republic of Iran
            IS ISL Iceland
            IT ITA Italy
            JE JEY Jersey
            JM JAM Jamaica
            JO JOR Jordan
            JP JPN Japan
            KE KEN Kenya
            KG KGZ Kyrgyzstan
            KH KHM Cambodia
            KI KIR Kiribati
            KM COM Comoros
            KN KNA St. Kitts & Nevis
            KP PRK North Korea; Democratic People's Republic of Korea; Korea, North; Korea (North)
            KR KOR South Korea; Republic of Korea; Korea, South; Korea, Republic of; Korea (South); Korea
            KW KWT Kuwait
            KY CYM Cayman Islands
            KZ KAZ Kazakhstan
            LA LAO Laos; Lao People's Democratic Republic; Lao PDR
            LB LBN Lebanon
            LC LCA St. Lucia
            LI LIE Liechtenstein
            LK LKA Sri Lanka
            LR LBR Liberia
            LS LSO Lesotho
            LT LTU Lithuania
            LU LUX Luxembourg
            LV LVA Latvia
            LY LBY Libya
            MA MAR Morocco
            MC MCO Monaco
            MD MDA Moldova; Republic of Moldova; Moldova, Republic of
            ME MNE Montenegro
            MF MAF St. Martin
            MG MDG Madagascar
            MH MHL Marshall Islands
            MK MKD North Macedonia; Macedonia; Republic of North Macedonia
            ML MLI Mali
            MM MMR Myanmar (Burma); Burma
            MN MNG Mongolia
            MO MAC Macao SAR China; Macao; Macau; Macau SAR; Macao SAR, China
            MP MNP Northern Mariana Islands
            MQ MTQ Martinique
            MR MRT Mauritania
            MS MSR Montserrat
            MT MLT Malta
            MU MUS Mauritius
            MV MDV Maldives
            MW MWI Malawi
            MX MEX Mexico
            MY MYS Malaysia
            MZ MOZ Mozambique
            NA NAM Namibia
            NC NCL New Caledonia
            NE NER Niger
            NF NFK Norfolk Island
            NG NGA Nigeria
            NI NIC Nicaragua
            NL NLD Netherlands; The Netherlands; Holland
            NO NOR Norway
            NP NPL Nepal
            NR NRU Nauru
            NU NIU Niue
            NZ NZL New Zealand
            OM OMN Oman
            PA PAN Panama
            PE PER Peru
            PF PYF French Polynesia
            PG PNG Papua New Guinea
            PH PHL Philippines
            PK PAK Pakistan
            PL POL Poland
            PM SPM St. Pierre & Miquelon
            PN PCN Pitcairn Islands
            PR PRI Puerto Rico
            PS PSE Palestinian Territories; Palestine; Palestinian Territory; Palestinian Territory, Occupied; State of Palestine
            PT PRT Portugal
            PW PLW Palau
            PY PRY Paraguay
            QA QAT Qatar
            RE REU Réunion
            RO ROU Romania
            RS SRB Serbia
            RU RUS Russia; Russian Federation
            RW RWA Rwanda
            SA SAU Saudi Arabia; Kingdom of Saudi Arabia
            SB SLB Solomon Islands
            SC SYC Seychelles
            SD SDN Sudan
            SE SWE Sweden
            SG SGP Singapore
            SH SHN St. Helena
            SI SVN Slovenia
            SJ SJM Svalbard & Jan Mayen
            SK SVK Slovakia; Slovak Republic
            SL SLE Sierra Leone
            SM SMR San Marino
            SN SEN Senegal
            SO SOM Somalia
            SR SUR Suriname
            SS SSD South Sudan
            ST STP São Tomé & Príncipe
            SV SLV El Salvador
            SX SXM Sint Maarten
            SY SYR Syria; Syrian Arab Republic
            SZ SWZ Eswatini; Swaziland
            TC TCA Turks & Caicos Islands
            TD TCD Chad
            TF ATF French Southern Territories
            TG TGO Togo
            TH THA Thailand
            TJ TJK Tajikistan
            TK TKL Tokelau
            TL TLS Timor-Leste; East Timor
            TM TKM Turkmenistan
            TN TUN Tunisia
            TO TON Tonga
            TR TUR Turkey; Türkiye; Turkiye
            TT TTO Trinidad & Tobago
            TV TUV Tuvalu
            TW TWN Taiwan; Taiwan, China; Chinese Taipei; Taiwan, Province of China
            TZ TZA Tanzania; Tanzania, United Republic of; United Republic of Tanzania
            UA UKR Ukraine
            UG UGA Uganda
            UM UMI U.S. Outlying Islands
            US USA United States; USA; U.S.A.; U.S.; United States of America; The United States of America
            UY URY Uruguay
            UZ UZB Uzbekistan
            VA VAT Vatican City; Holy See
            VC VCT St. Vincent & Grenadines
            VE VEN Venezuela; Venezuela (Bolivarian Republic of); Venezuela, Bolivarian Republic of
            VG VGB British Virgin Islands
            VI VIR U.S. Virgin Islands
            VN VNM Vietnam; Viet Nam
            VU VUT Vanuatu
            WF WLF Wallis & Futuna
            WS WSM Samoa
            XK XKX Kosovo
            YE YEM Yemen
            YT MYT Mayotte
            ZA ZAF South Africa
            ZM ZMB Zambia
            ZW ZWE Zimbabwe
            """;

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final ImmutableMap<String, String> CODES = codes();

    private CountryNames() {}

    /**
     * Returns the code of two letters of a country, by either code or a name; case, accents and dashes do not matter.
     */
    static Optional<String> code(String written) {
        return Optional.ofNullable(CODES.get(key(written)));
    }

    private static ImmutableMap<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        TABLE.lines().forEach(line -> {
            String code = line.substring(0, 2);
            codes.put(key(code), code);
            codes.put(key(line.substring(3, 6)), code);
            for (String name : Splitter.on("; ").split(line.substring(7))) {
                codes.put(key(name), code);
            }
        });
        return ImmutableMap.copyOf(codes);
    }

    /**
     * The letters of a name with one blank between words: dots, commas, brackets and accents are no part of a country.
     */
    private static String key(String written) {
        String letters = NO_LETTER
                .matcher(NameKeys.unaccented(written).replace("&", " and "))
                .replaceAll(" ");
        return letters.strip();
    }
}
