// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/telegramtext.h"

#include <QHash>
#include <QStringList>

namespace delpek::simulation
{

namespace
{

const QHash<QString, QString>& styles()
{
    static const QHash<QString, QString> all{{QStringLiteral("b"), QStringLiteral("bold")},
                                             {QStringLiteral("strong"), QStringLiteral("bold")},
                                             {QStringLiteral("i"), QStringLiteral("italic")},
                                             {QStringLiteral("em"), QStringLiteral("italic")},
                                             {QStringLiteral("u"), QStringLiteral("underline")},
                                             {QStringLiteral("s"), QStringLiteral("strikethrough")},
                                             {QStringLiteral("code"), QStringLiteral("code")},
                                             {QStringLiteral("pre"), QStringLiteral("pre")},
                                             {QStringLiteral("a"), QStringLiteral("text_link")},
                                             {QStringLiteral("tg-spoiler"), QStringLiteral("spoiler")},
                                             {QStringLiteral("blockquote"), QStringLiteral("blockquote")}};
    return all;
}

class Reader
{
public:
    explicit Reader(const QString& html)
        : m_html(html)
    {
    }

    tl::expected<StyledText, QString> read()
    {
        while (m_at < m_html.size()) {
            const QChar c = m_html.at(m_at);
            if (c == QLatin1Char('&')) {
                takeEntity();
            } else if (c != QLatin1Char('<')) {
                m_read.text.append(c);
                ++m_at;
            } else if (const QString error = takeTag(); !error.isEmpty()) {
                return tl::unexpected(error);
            }
        }
        if (!m_open.empty()) {
            return tl::unexpected(
                QStringLiteral("Can't find end tag corresponding to start tag \"%1\"").arg(m_open.back().tag));
        }
        return m_read;
    }

private:
    struct Open {
        QString tag;
        qsizetype offset;
    };

    QString offset() const { return QString::number(m_html.left(m_at).toUtf8().size()); }

    /// The four named entities and numeric ones; any other ampersand is itself.
    void takeEntity()
    {
        const qsizetype end = m_html.indexOf(QLatin1Char(';'), m_at);
        const QString name = end < 0 || end - m_at > 9 ? QString() : m_html.mid(m_at + 1, end - m_at - 1);
        const QStringList names{QStringLiteral("amp"), QStringLiteral("lt"), QStringLiteral("gt"),
                                QStringLiteral("quot")};
        const bool isHex = name.startsWith(QLatin1String("#x"));
        bool isNumber = false;
        const uint code =
            name.startsWith(QLatin1Char('#')) ? name.mid(isHex ? 2 : 1).toUInt(&isNumber, isHex ? 16 : 10) : 0;
        if (const qsizetype index = names.indexOf(name); index >= 0) {
            m_read.text.append(QLatin1Char("&<>\""[index]));
        } else if (isNumber && code > 0 && code <= QChar::LastValidCodePoint) {
            const char32_t character = code;
            m_read.text.append(QString::fromUcs4(&character, 1));
        } else {
            m_read.text.append(QLatin1Char('&'));
            ++m_at;
            return;
        }
        m_at = end + 1;
    }

    QString takeTag()
    {
        const qsizetype end = m_html.indexOf(QLatin1Char('>'), m_at);
        const bool closes = m_html.mid(m_at + 1, 1) == QLatin1String("/");
        if (end < 0) {
            return QStringLiteral("Unclosed start tag at byte offset %1").arg(offset());
        }
        const qsizetype from = m_at + (closes ? 2 : 1);
        const QString tag = m_html.mid(from, end - from).section(QLatin1Char(' '), 0, 0).toLower();
        if (closes && m_open.empty()) {
            return QStringLiteral("Unexpected end tag at byte offset %1").arg(offset());
        }
        if (closes && tag != m_open.back().tag) {
            return QStringLiteral("Unmatched end tag at byte offset %1, expected \"</%2>\", found \"</%3>\"")
                .arg(offset(), m_open.back().tag, tag);
        }
        if (!closes && !styles().contains(tag)) {
            return QStringLiteral("Unsupported start tag \"%1\" at byte offset %2").arg(tag, offset());
        }
        if (closes) {
            const Open open = m_open.back();
            m_open.pop_back();
            m_read.parts.push_back({styles().value(tag), open.offset, m_read.text.size() - open.offset});
        } else {
            m_open.push_back({tag, m_read.text.size()});
        }
        m_at = end + 1;
        return {};
    }

    const QString& m_html;
    qsizetype m_at = 0;
    StyledText m_read;
    std::vector<Open> m_open;
};

} // namespace

tl::expected<StyledText, QString> readHtmlStyle(const QString& html)
{
    return Reader(html).read();
}

} // namespace delpek::simulation
