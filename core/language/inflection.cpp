// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/inflection.h"

namespace delpek::language
{

namespace
{

const QChar kHe(0x05D4);

class Verb
{
public:
    Verb(const QString& root, const QString& tenses)
        : m_a(root[0])
        , m_b(root[1])
        , m_c(root[2])
        , m_tenses(tenses)
    {
    }

    QStringList paal()
    {
        past({fill("123")});
        present({fill("1ו23")});
        future({fill("12ו3"), fill("123")}, {fill("123")});
        infinitive({fill("ל12ו3"), fill("ל123"), fill("12י3ה"), fill("1ו23"), fill("12י3ת")});
        return std::move(m_forms);
    }

    QStringList nifal()
    {
        past({fill("נ123")});
        present({fill("נ123")});
        future({fill("123"), fill("י123")}, {fill("123"), fill("י123")});
        infinitive({fill("להי123"), fill("לה123"), fill("הי123ות"), fill("ה123ות"), fill("הי123")});
        return std::move(m_forms);
    }

    QStringList piel()
    {
        past({fill("1י23"), fill("123")});
        present({fill("מ123")});
        future({fill("123")}, {fill("123")});
        infinitive({fill("ל123"), fill("1י2ו3"), fill("12ו3")});
        return std::move(m_forms);
    }

    QStringList hifil()
    {
        past({fill("ה12י3"), fill("ה123")});
        present({fill("מ12י3")});
        future({fill("12י3")}, {fill("12י3")});
        infinitive({fill("לה12י3"), fill("ה123ה")});
        return std::move(m_forms);
    }

    QStringList hitpael()
    {
        // The ת changes places with a hissing first letter: "השתעל".
        const bool hissing = QStringLiteral("סש").contains(m_a);
        const auto stem = hissing ? fill("1ת23") : fill("ת123");
        past({QStringLiteral("ה") + stem});
        present({QStringLiteral("מ") + stem});
        future({stem}, {stem});
        infinitive({QStringLiteral("לה") + stem, QStringLiteral("ה") + stem + QStringLiteral("ות")});
        return std::move(m_forms);
    }

private:
    QString fill(const char* shape) const
    {
        auto form = QString::fromUtf8(shape);
        form.replace(QLatin1Char('1'), m_a).replace(QLatin1Char('2'), m_b).replace(QLatin1Char('3'), m_c);
        return form;
    }

    bool wants(char tense) const { return m_tenses.contains(QLatin1Char(tense)); }

    /// A final ה gives way to י or falls away before endings.
    void add(const QString& stem, const QString& ending)
    {
        const bool weak = stem.endsWith(kHe) && !ending.isEmpty();
        const auto begun = weak ? stem.chopped(1) : stem;
        const bool bridged = weak && QStringLiteral("תנ").contains(ending[0]) && ending != QStringLiteral("ת");
        m_forms.append(begun + (bridged ? QStringLiteral("י") : QString()) + ending);
    }

    void addAll(const QStringList& stems, std::initializer_list<const char*> endings)
    {
        for (const auto& stem : stems) {
            for (const char* ending : endings) {
                add(stem, QString::fromUtf8(ending));
            }
        }
    }

    void past(const QStringList& stems)
    {
        if (wants('p')) {
            addAll(stems, {"", "ה", "תי", "ת", "נו", "תם", "ו"});
        }
    }

    void present(const QStringList& stems)
    {
        if (wants('n')) {
            addAll(stems, {"", "ת", "ה", "ים", "ות"});
        }
    }

    void future(const QStringList& bare, const QStringList& ended)
    {
        if (!wants('f')) {
            return;
        }
        for (const char* person : {"א", "ת", "י", "נ"}) {
            for (const auto& stem : bare) {
                m_forms.append(QString::fromUtf8(person) + stem);
            }
        }
        for (const char* person : {"ת", "י"}) {
            for (const auto& stem : ended) {
                add(QString::fromUtf8(person) + stem, QStringLiteral("ו"));
                add(QString::fromUtf8(person) + stem, QStringLiteral("י"));
            }
        }
    }

    void infinitive(const QStringList& forms)
    {
        if (wants('i')) {
            m_forms.append(forms);
        }
    }

    QChar m_a;
    QChar m_b;
    QChar m_c;
    QString m_tenses;
    QStringList m_forms;
};

QStringList adjective(const QString& word)
{
    const auto stem = word.endsWith(kHe) ? word.chopped(1) : word;
    return {word, stem + QStringLiteral("ה"), stem + QStringLiteral("ת"), stem + QStringLiteral("ים"),
            stem + QStringLiteral("ות")};
}

} // namespace

Result<QStringList> inflect(const QString& entry)
{
    const auto root = entry.section(QLatin1Char(':'), 1);
    const auto kind = entry.section(QLatin1Char(':'), 0, 0).section(QLatin1Char('/'), 0, 0);
    const auto said = entry.section(QLatin1Char(':'), 0, 0).section(QLatin1Char('/'), 1);
    if (kind == QLatin1String("adjective") && root.size() > 2) {
        return adjective(root);
    }
    if (root.size() == 3) {
        Verb verb(root, said.isEmpty() ? QStringLiteral("pnfi") : said);
        if (kind == QLatin1String("paal")) {
            return verb.paal();
        }
        if (kind == QLatin1String("nifal")) {
            return verb.nifal();
        }
        if (kind == QLatin1String("piel")) {
            return verb.piel();
        }
        if (kind == QLatin1String("hifil")) {
            return verb.hifil();
        }
        if (kind == QLatin1String("hitpael")) {
            return verb.hitpael();
        }
    }
    return fail(ErrorCode::InvalidInput, QStringLiteral("\"@%1\" is no form that can be inflected").arg(entry));
}

} // namespace delpek::language
