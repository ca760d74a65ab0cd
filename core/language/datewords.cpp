// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datewords.h"

#include "language/holidays.h"

namespace delpek::language
{

void DateWords::kinds(Kind kind, const char* words, bool exact)
{
    for (const auto& word : QString::fromUtf8(words).split(QLatin1Char(' '))) {
        auto& entry = m_entries[wordId(wordKey(word))];
        entry.word.kinds.set(std::size_t(kind));
        entry.exact.set(std::size_t(kind), exact);
    }
}

template <typename Field>
void DateWords::values(Field DateWord::*field, std::initializer_list<std::pair<const char*, Field>> rows)
{
    for (const auto& [words, value] : rows) {
        for (const auto& word : QString::fromUtf8(words).split(QLatin1Char(' '))) {
            m_entries[wordId(wordKey(word))].word.*field = value;
        }
    }
}

DateWords::DateWords()
{
    for (const auto& key : holidayKeys()) {
        m_entries[wordId(key)].word.kinds.set(std::size_t(Kind::Holiday));
    }
    // Words of meaning: Hebrew prefix letters may stand before them.
    const auto word = [&](Kind kind, const char* words) { kinds(kind, words, false); };
    word(Kind::Today, "היום today todays tday hayom");
    word(Kind::Tomorrow,
         "מחר tomorrow tomorrows tmrw tmr tmrow tommorow tommorrow tomorow tomorro tmw tmorrow machar mahar makhar");
    word(Kind::AfterTomorrow, "מחרתיים מחרתים מוחרתיים overmorrow mahartaim mahartayim machartaim machratayim "
                              "mahratayim mochrotayim mochrotaim mohrotaim mohrotayim moharotaim");
    word(Kind::Yesterday, "אתמול שלשום אמש yesterday yesterdays yday etmol");
    word(Kind::Day, "יום ימים ימי day days yom yamim");
    word(Kind::TwoDays, "יומיים יומים yomaim yomayim");
    word(Kind::Week, "שבוע שבועות week weeks wk wks shavua shavuot");
    word(Kind::TwoWeeks, "שבועיים שבועים fortnight shvuaim shvuayim");
    word(Kind::Month, "חודש חודשים month months hodesh chodesh");
    word(Kind::TwoMonths, "חודשיים");
    word(Kind::Year, "שנה שנים שנתיים year years yr yrs");
    word(Kind::Hour, "שעה שעות hour hours hr hrs");
    word(Kind::TwoHours, "שעתיים");
    word(Kind::Minute, "דקה דקות דק minute minutes min mins");
    word(Kind::Weekend, "סופש סופשבוע weekend wknd weekends");
    word(Kind::Night, "לילה לילות night nights overnight");
    word(Kind::SaturdayNight, "מוצש motzash motzaash motsash");
    word(Kind::Start, "תחילת התחלת ראשית start beginning");
    word(Kind::Middle, "אמצע middle mid");
    word(Kind::End, "סוף סופו end");
    word(Kind::Half, "חצי half hatzi hetzi");
    word(Kind::Quarter, "רבע quarter qtr");

    // Words of grammar stand alone.
    const auto exact = [&](Kind kind, const char* words) { kinds(kind, words, true); };
    exact(Kind::Tonight, "הערב להערב שהערב tonight tonite haerev");
    exact(Kind::ThisMorning, "הבוקר מהבוקר שמהבוקר והבוקר להבוקר haboker");
    exact(Kind::ThisNight, "הלילה מהלילה halaila halayla");
    exact(Kind::ThisWeek, "השבוע להשבוע שהשבוע והשבוע hashavua");
    exact(Kind::ThisMonth, "החודש להחודש מהחודש hahodesh hachodesh");
    exact(Kind::Next, "הבא הבאה הבאים next nxt נקסט haba habaa");
    exact(Kind::This, "הזה הזו הזאת this hazeh haze");
    exact(Kind::Coming, "הקרוב הקרובה הקרובים coming upcoming hakarov");
    exact(Kind::Last, "האחרון האחרונה האחרונים האחרונות last past previous");
    exact(Kind::Gone, "שעבר שעברה שעברו הקודם הקודמת");
    exact(Kind::Early, "early מוקדם");
    exact(Kind::Late, "late מאוחר");
    exact(Kind::Couple, "couple");
    exact(Kind::Few, "few several כמה");
    exact(Kind::Ahead, "in בעוד עוד לעוד שבעוד ועוד od beod");
    exact(Kind::Within, "within תוך בתוך");
    exact(Kind::Ago, "ago back");
    exact(Kind::Already, "כבר kvar");
    exact(Kind::For, "for");
    exact(Kind::Since, "since מאז שמאז");
    exact(Kind::FromNow, "מהיום מעכשיו");
    exact(Kind::Later, "later hence");
    exact(Kind::At, "at ב את בסביבות בערך לקראת לערך around about approx roughly circa כמו נגיד נניח sometime like");
    exact(Kind::HourMark, "בשעה שעה השעה לשעה משעה בשעות השעות לשעות");
    exact(Kind::Weak, "be ba b le");
    exact(Kind::On, "on");
    exact(Kind::In, "in during במהלך");
    exact(Kind::The, "the ה ha");
    exact(Kind::Of, "of של shel");
    exact(Kind::From, "from starting החל מ frm");
    exact(Kind::To, "to into ל till onto le");
    exact(Kind::Until, "until till til untill עד ועד שעד thru through ad");
    exact(Kind::By, "by");
    exact(Kind::Before, "לפני before prior b4 lifnei קודם");
    exact(Kind::After, "אחרי לאחרי לאחר שאחרי past after aharei acharei מאחרי שלאחר");
    exact(Kind::Between, "בין שבין between btwn btw");
    exact(Kind::Or, "or או o");
    exact(Kind::And, "and ו n");
    exact(Kind::Not, "not לא ולא אל אין בלי no dont wont cant cannot isnt doesnt didnt wouldnt without never nothing "
                     "unable unavailable אי ואין שלא lo איננה אינה איננו");
    exact(Kind::Instead, "instead במקום bimkom");
    exact(Kind::Except, "except חוץ למעט מלבד besides excluding barring");
    exact(Kind::Same, "same אותו אותה באותו באותה לאותו לאותה");
    exact(Kind::Turn, "but אבל אז so אלא רק whereas");
    word(Kind::Eve, "מוצאי motzei motzaei ערב ערבי erev");
    word(Kind::Lead, "רח"); // "ר״ח ניסן"
    exact(Kind::Lead, "תור התור following למחרת כ בין זה ראש שמתחילת earliest latest soonest asap as first הכי בהקדם "
                      "כמה מוקדם מהר ברגע בדחיפות "
                      "urgently אחר לפנות לקראת דבר");
    exact(Kind::Every, "any every each כל בכל");
    exact(Kind::Exactly, "בדיוק exactly ממש");
    exact(Kind::Good, "good טוב אור טובים");
    word(Kind::Thing, "לילה חודש הריון היריון שבוע ניסיון דור ילד צד כוס שליש קומה פרק");
    exact(Kind::Am, "am a");
    exact(Kind::Pm, "pm p");
    exact(Kind::Oclock, "oclock ish");
    exact(Kind::Suffix, "th st nd rd");
    word(Kind::Counted,
         "ילדים שקל שקלים שח ש״ח אנשים שיניים שן שיני פעמים מטופלים מטר קמ מג מ״ג מל כדורים כדור תשלומים סתימות "
         "כתרים שתלים ימי נפשות אחוז מעלות teeth tooth kids children times people patients persons payments "
         "nis ils shekel shekels mg ml pills pill tablets km kg percent degrees million thousand usd dollars גרם אלף "
         "מיליון finger fingers implants fillings crowns "
         "gloves stars twins boys girls משככי עקירות צילומים");
    exact(Kind::Age, "בן בת aged age turning בני בנות גיל שגיל");
    word(Kind::Fever, "חום fever temp temperature");

    exact(Kind::Wish,
          "אפשר האם אפשרי אולי עדיף רצוי מעדיף מעדיפה אשמח נשמח רוצה רוצים רציתי מבקש מבקשת אבקש לקבוע תקבעו קבעו תקבע "
          "תקבעי להזיז תזיזו תזיז תזיזי נזיז להעביר תעבירו תעביר תעבירי לדחות תדחו נדחה להקדים תקדימו לתאם לשנות "
          "תשנו תשימו שימו תרשמו רשמו נעשה תעשו הולך פנוי פנויה פנויים מקום אוכל נוכל תוכלו תכניסו תשבצו לשבץ "
          "להיכנס להכנס להגיע לבוא maybe perhaps prefer preferably how can could book reschedule move push "
          "bump shift any available free slot opening openings better best squeeze fit rather possible want "
          "need would lets let make change switch efshar ulai rotze rotza hoping hope cancel off לבטל תבטלו תבטל "
          "נבקש תקבלו תקבל תקבלי נגיד מבחינתי להשתלב לקפוץ אקפוץ נקפוץ לדחוף תדחפו להידחף אעדיף נעדיף snag grab fancy "
          "לגשת אגש ניגש להביא תורידו חופש חופשי חופשיה פנויות אספיק אפשרות יתכן תחליפו להחליף יתאפשר מתאפשר מתאים "
          "יתאים נוח works suits ideal ideally");
    exact(Kind::Mine, "my our mine mines שלי שלנו");
    exact(Kind::Booked,
          "had booked scheduled הכנסתם שמתם שיבצתם קבעתם קבוע קבועה הקבוע הקבועה נקבע נקבעה קבעתי קבענו קבעתם קבעת "
          "רשמתם רשום רשומה נרשמתי שקבענו שקבעתי "
          "שנקבע נתתם נתנו got supposed reminder תזכורת הוזמן הוזמנתי original originally currently");
    word(
        Kind::Visit,
        "תור תורי פגישה ביקור תורים טיפול ביקורת appt appts appointment appointments slot visit cleaning checkup "
        "booking session בדיקה שיננית ניקוי crown filling implant extraction הלבנה כתר סתימה שתל עקירה שורש whitening");
    exact(Kind::Reason, "כי because cause cuz coz מכיוון מאחר בגלל since שכן due");
    word(Kind::Work,
         "טיסה טסה טס טסים הרצאה חתונה מבחן בחינה מילואים זום שיחה רכבת אוטובוס לימודים מתחתן מתחתנת לומד לומדת מלמד "
         "מלמדת לעבוד משמרת ועדה אזכרה שיעור קורס סדנה כנס הלוויה עבודה חופשה נסיעה "
         "נוסע נוסעת עובד עובדת עסוק עסוקה flight fly flying flies wedding exam reserve meeting standup shift zoom "
         "train bus teach study studying studies lands landing married funeral "
         "conference class lecture work working busy travel traveling travelling away abroad trip holiday vacation "
         "בגרות בסיס court interview daily sprint deadline birthday turns guests party אורחים יומולדת הולדת מסיבה ברית "
         "לטוס לחול "
         "בחול miluim טקס הופעה אירוע");
    exact(Kind::Unfit,
          "full impossible bad difficult tough busy taken hopeless בעייתי בעיה עמוס עמוסה עובד עובדת עסוק עסוקה תפוס "
          "תפוסה בלתי tafus amus");
    exact(Kind::Fits,
          "אפשרית yehola yahol yachol work works good suit suits fit fits possible ok okay do make come great free "
          "available convenient ideal "
          "happen happening attend מתאים טוב נוח מסתדר מסתדרת אפשרי אפשר יכול יכולה יכולים אוכל נוכל הולך מתאפשר "
          "פנוי פנויה פנויים מצליח מצליחה רלוונטי מתאימה בא באה מגיע מגיעה אגיע נגיע תגיע תגיעו נבוא תבוא יבוא יגיע "
          "קורה יוצא אבוא fine perfect grand lovely מצוין מצויין "
          "מעולה בסדר סבבה אחלה מושלם");
    exact(Kind::Can, "can could יכול יכולה יכולים");
    exact(Kind::Past, "had went "
                      "took got did started happened fell came gave הייתי היה היתה הייתה עשיתי עשינו עקרתם "
                      "עשיתם הוצאתם עשו התחיל התחילה קיבלתי נפל נפלה נפלתי לקחתי עברתי עקרו הוציאו סגרתם הייתם היינו "
                      "קדח removed done pulled שמו "
                      "סתמו");
    exact(Kind::Told, "popped cracked chipped snapped lost bit dropped woke cut swelled flared ended finished "
                      "saw was were paid left called waited treated sent said told טיפל טיפלה ראה ראתה ראיתם ראינו "
                      "שילמנו באנו חיכינו דיברנו שלחתם שלחנו אמרתם אמרו כתבתם צילמתם צילמו בדקתם ביטלתם");
    exact(Kind::Onset,
          "started begun began ongoing כואב כואבת כואבים נפוח נפוחה מדמם מדממת hurts hurting aching swollen");
    exact(Kind::Cancelling, "cancel cancelling canceling לבטל תבטלו תבטל תבטלי מבטל מבטלת בטלו תורידו תמחקו תמחקי "
                            "למחוק תשחררו משחרר משחררת מוותר "
                            "מוותרת bitul levatel tivatlu");
    exact(Kind::Moving, "לעדכן להזיז תזיזו תזיז תזיזי נזיז להעביר תעבירו תעביר תעבירי נעביר לדחות תדחו נדחה דוחים "
                        "להקדים תקדימו להחליף תחליפו מזיזה "
                        "מזיז move push bump shift swap reschedule postpone rearrange instead במקום moving pushing "
                        "lehaziz lehazizz bimkom");
    exact(Kind::Attend, "come coming attend arrive make happening לבוא להגיע אבוא אגיע מגיע מגיעה בא באה תגיע יגיע "
                        "נגיע נבוא תבוא יבוא קורה מגיעים באים להביא לגשת there");

    values<int>(&DateWord::weekday, {{"ראשון sunday sundays sun rishon", 7},
                                     {"שני monday mondays mon sheni", 1},
                                     {"שלישי tuesday tuesdays tue tues shlishi", 2},
                                     {"רביעי wednesday wednesdays wed weds wensday wednsday wednesdy revii", 3},
                                     {"חמישי thursday thursdays thu thur thurs thrusday hamishi chamishi khamishi", 4},
                                     {"שישי ששי friday fridays fri shishi", 5},
                                     {"שבת saturday saturdays shabbat shabbos sat shabat", 6}});
    values<int>(&DateWord::letter, {{"א", 7}, {"ב", 1}, {"ג", 2}, {"ד", 3}, {"ה", 4}, {"ו", 5}});
    values<int>(&DateWord::month, {{"ינואר january jan", 1},
                                   {"פברואר february feb", 2},
                                   {"מרץ מרס march mar", 3},
                                   {"אפריל april apr", 4},
                                   {"מאי may", 5},
                                   {"יוני june jun", 6},
                                   {"יולי july jul", 7},
                                   {"אוגוסט august aug", 8},
                                   {"ספטמבר september sep sept", 9},
                                   {"אוקטובר october oct", 10},
                                   {"נובמבר november nov", 11},
                                   {"דצמבר december dec", 12}});
    values<int>(&DateWord::hebrewMonth, {{"תשרי tishrei tishri", 0},
                                         {"חשוון חשון מרחשוון cheshvan heshvan", 1},
                                         {"כסלו kislev", 2},
                                         {"טבת tevet", 3},
                                         {"שבט shvat shevat", 4},
                                         {"אדר adar", 6},
                                         {"ניסן nisan nissan", 7},
                                         {"אייר iyar iyyar", 8},
                                         {"סיוון סיון sivan", 9},
                                         {"תמוז tammuz tamuz", 10},
                                         {"אב av", 11},
                                         {"אלול elul", 12}});
    values<int>(&DateWord::number, {{"אחת אחד one ehad echad achat ahat", 1},
                                    {"שתיים שתים שניים שתי שני שנים two shtaim shtayim", 2},
                                    {"שלוש שלושה שלשה three shalosh shlosha", 3},
                                    {"ארבע ארבעה four arba arbaa", 4},
                                    {"חמש חמישה חמשה five hamesh chamesh", 5},
                                    {"שש שישה ששה six shesh", 6},
                                    {"שבע שבעה seven sheva", 7},
                                    {"שמונה שמנה eight shmone shmona", 8},
                                    {"תשע תשעה nine tesha teisha", 9},
                                    {"עשר עשרה ten eser asara", 10},
                                    {"eleven", 11},
                                    {"twelve", 12},
                                    {"thirteen", 13},
                                    {"fourteen", 14},
                                    {"fifteen", 15},
                                    {"sixteen", 16},
                                    {"seventeen", 17},
                                    {"eighteen", 18},
                                    {"nineteen", 19},
                                    {"עשרים twenty esrim", 20},
                                    {"שלושים thirty", 30},
                                    {"ארבעים forty fourty", 40},
                                    {"חמישים fifty", 50}});
    values<int>(&DateWord::ordinal, {{"first הראשון", 1},         {"second השני", 2},         {"third השלישי", 3},
                                     {"fourth הרביעי", 4},        {"fifth החמישי", 5},        {"sixth השישי", 6},
                                     {"seventh השביעי שביעי", 7}, {"eighth השמיני שמיני", 8}, {"ninth התשיעי תשיעי", 9},
                                     {"tenth העשירי עשירי", 10},  {"eleventh", 11},           {"twelfth", 12},
                                     {"thirteenth", 13},          {"fourteenth", 14},         {"fifteenth", 15},
                                     {"sixteenth", 16},           {"seventeenth", 17},        {"eighteenth", 18},
                                     {"nineteenth", 19},          {"twentieth", 20},          {"thirtieth", 30}});
    values<int>(&DateWord::part,
                {{"בוקר בקרים morning mornings boker", 1},
                 {"צהריים צהרים צהרי midday lunchtime noon lunch noontime tzohoraim tzaharaim tsohorayim", 2},
                 {"אחהצ אחצ afternoon afternoons arvo aftrnoon afternon", 3},
                 {"ערב ערבים evening evenings eve erev evning", 4}});
}

bool DateWord::canBegin() const
{
    static const auto around = [] {
        std::bitset<kKinds> kinds;
        for (const auto kind :
             {Kind::Wish,     Kind::Mine,       Kind::Booked,  Kind::Visit,  Kind::Reason, Kind::Work,    Kind::Unfit,
              Kind::Fits,     Kind::Can,        Kind::Past,    Kind::Told,   Kind::Onset,  Kind::Attend,  Kind::Moving,
              Kind::Thing,    Kind::Not,        Kind::Or,      Kind::And,    Kind::Of,     Kind::Instead, Kind::Except,
              Kind::Good,     Kind::Am,         Kind::Pm,      Kind::Oclock, Kind::Suffix, Kind::Counted, Kind::Age,
              Kind::Fever,    Kind::Cancelling, Kind::Exactly, Kind::At,     Kind::On,     Kind::To,      Kind::Until,
              Kind::HourMark, Kind::Weak,       Kind::Every,   Kind::Gone,   Kind::Later,  Kind::FromNow, Kind::Turn}) {
            kinds.set(std::size_t(kind));
        }
        return ~kinds;
    }();
    return (kinds & around).any() || weekday || letter || month || hebrewMonth >= 0 || number >= 0 || ordinal || part ||
           holiday;
}

/// "שילמתי", "הלכתי": what the writer did, but for words that end so by chance or tell of plans.
bool isToldPast(const Token& token)
{
    return token.key.size() >= 5 && token.key.endsWith(QStringLiteral("תי")) &&
           !oneOf(token, {"אחותי",  "אישתי",   "אשתי",   "ביתי",   "חברתי",   "משפחתי",   "דעתי",
                          "לדעתי",  "אמיתי",   "מהותי",  "חשבתי",  "מבחינתי", "התכוונתי", "רציתי",
                          "העדפתי", "קיוויתי", "תקופתי", "חברותי", "בעייתי",  "אוטי",     "שירותי"});
}

DateWord DateWords::look(const Token& token) const
{
    DateWord found;
    found.glued = token.prefix;
    bool seen = false;
    const auto add = [&](QStringView form, WordId id, bool whole) {
        const auto* entry = m_entries.find(id);
        if (entry == nullptr) {
            return;
        }
        const auto& word = entry->word;
        found.kinds |= whole ? word.kinds : word.kinds & ~entry->exact;
        const auto take = [](auto& into, const auto& from, auto none) { into = into == none ? from : into; };
        take(found.weekday, word.weekday, 0);
        take(found.month, word.month, 0);
        take(found.hebrewMonth, word.hebrewMonth, -1);
        take(found.number, word.number, -1);
        take(found.ordinal, word.ordinal, 0);
        take(found.part, word.part, 0);
        found.letter = whole ? word.letter : found.letter;
        if (!seen && !whole && token.key.endsWith(form) && found.glued.isEmpty()) {
            found.glued = token.key.left(token.key.size() - form.size());
        }
        seen = true;
    };
    for (const auto& form : token.forms) {
        add(form.key(), form.id(), &form == token.forms.begin());
    }
    // "be'eser", "baboker": Hebrew in Latin letters keeps its prefixes.
    static constexpr std::array<GrammarWord, 28> latin = {
        "boker",  "erev",   "yom",   "rishon", "sheni",   "shlishi", "revii", "hamishi", "chamishi", "shishi",
        "shabat", "achat",  "ahat",  "shtaim", "shtayim", "shalosh", "arba",  "hamesh",  "chamesh",  "shesh",
        "sheva",  "shmone", "tesha", "teisha", "eser",    "machar",  "mahar", "shavua"};
    const bool prefixed = !seen && token.key.size() > 4 &&
                          (token.key[0] == QLatin1Char('b') || token.key[0] == QLatin1Char('l')) &&
                          (token.key[1] == QLatin1Char('e') || token.key[1] == QLatin1Char('a'));
    if (prefixed) {
        const auto rest = QStringView(token.key).sliced(2);
        const auto id = wordId(rest);
        if (std::any_of(latin.begin(), latin.end(), [&](GrammarWord word) { return word.id() == id; })) {
            found.glued = token.key[0] == QLatin1Char('b') ? QStringLiteral("ב") : QStringLiteral("ל");
            add(rest, id, false);
        }
    }
    if (isToldPast(token) && !found.is(Kind::Booked) && !found.is(Kind::Wish)) {
        found.kinds.set(std::size_t(Kind::Told));
    }
    found.holiday = found.is(Kind::Holiday) || found.is(Kind::Eve);
    return found;
}

const DateWords& DateWords::get()
{
    static const DateWords words;
    return words;
}

QString partName(int part)
{
    static const std::array<QString, 5> names = {QString(), QStringLiteral("morning"), QStringLiteral("noon"),
                                                 QStringLiteral("afternoon"), QStringLiteral("evening")};
    return names[std::size_t(part)];
}

bool oneOf(const Token& token, std::initializer_list<GrammarWord> words)
{
    return std::any_of(token.forms.begin(), token.forms.end(), [&](const Form& form) {
        return std::any_of(words.begin(), words.end(), [&](GrammarWord word) { return word.id() == form.id(); });
    });
}

} // namespace delpek::language
