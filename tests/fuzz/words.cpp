// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/words.h"

#include <QUrl>

namespace delpek::fuzz
{

namespace
{

using base::Json;

// What parsers put before or behind an id, to keep one kind of id from another.
const QStringList ours{QStringLiteral("start"), QStringLiteral("cb"),   QStringLiteral("in"),
                       QStringLiteral("out"),   QStringLiteral("file"), QStringLiteral("blank")};

/// A file's address is told with what may not stand in an address as %XX, whatever the delivery wrote.
QString unescaped(const QString& text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

bool isPartOfWord(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate();
}

QString squeezed(const QString& text)
{
    QString word;
    std::copy_if(text.begin(), text.end(), std::back_inserter(word), isPartOfWord);
    return word;
}

void gather(const Json& json, QString& said)
{
    if (json.is_structured()) {
        for (const Json& child : json) {
            gather(child, said);
        }
    } else if (json.is_string()) {
        const std::string& text = json.get_ref<const std::string&>();
        const QString words = QString::fromStdString(text);
        said += squeezed(words);
        if (words.contains(QLatin1Char('%'))) {
            said += squeezed(unescaped(words));
        }
        // A filled-in form comes as JSON within a text.
        if (const Json inner = Json::parse(text, nullptr, false); inner.is_structured()) {
            gather(inner, said);
            for (const auto& [key, value] : inner.items()) {
                said += squeezed(QString::fromStdString(key));
            }
        }
    } else {
        said += squeezed(base::toCompactText(json));
        if (json.is_number_integer()) {
            said += squeezed(QString::number(json.get<qint64>()));
        }
    }
}

} // namespace

/// Visits the texts of each kind of event.
struct EventWords {
    const Words& said;

    bool all(const QStringList& texts) const
    {
        return std::all_of(texts.begin(), texts.end(), [this](const QString& text) { return said.hold(text); });
    }

    bool operator()(const domain::MessageReceived& event) const
    {
        // A point on the map is written out with six decimals.
        const bool point = event.kind == domain::MessageKind::Location;
        return said.hold(event.sender) && said.hold(event.text, !point) &&
               all({event.providerId, event.choice, event.quotedProviderId, unescaped(event.mediaId),
                    event.mediaName}) &&
               (!event.place || all({event.place->name, event.place->address}));
    }
    bool operator()(const domain::MessageEdited& event) const
    {
        return said.hold(event.sender) && said.hold(event.text, false) && all({event.providerId});
    }
    bool operator()(const domain::MessageDeleted& event) const
    {
        return said.hold(event.sender) && all({event.providerId});
    }
    bool operator()(const domain::ReactionChanged& event) const
    {
        return said.hold(event.sender) && all({event.providerId, event.emoji});
    }
    bool operator()(const domain::DeliveryReported& event) const { return all({event.providerId, event.reference}); }
    bool operator()(const domain::EchoReceived& event) const
    {
        const bool point = event.kind == domain::MessageKind::Location || event.kind == domain::MessageKind::Text;
        return said.hold(event.patient) && said.hold(event.text, !point) &&
               all({event.providerId, unescaped(event.mediaId), event.mediaName});
    }
    bool operator()(const domain::AddressChanged& event) const { return all({event.from.user, event.user}); }
    bool operator()(const domain::TemplateChanged& event) const
    {
        // State, category and reason are safe words, in part our own.
        return all({event.name, event.language});
    }
    bool operator()(const domain::ReachabilityChanged& event) const { return said.hold(event.sender); }
    bool operator()(const domain::Ignored&) const { return true; }
};

Words::Words(const Json& json)
{
    gather(json, m_said);
    m_said = m_said.toCaseFolded();
}

bool Words::holdAllOf(const domain::Event& event) const
{
    return std::visit(EventWords{*this}, event);
}

bool Words::hold(const domain::Sender& sender) const
{
    return hold(sender.address.user) && hold(sender.displayName) && hold(sender.language) &&
           hold(sender.otherIds.join(QLatin1Char(' ')));
}

bool Words::hold(const QString& text, bool withNumbers) const
{
    const auto isWord = [&](const QString& word) {
        const bool number = std::all_of(word.begin(), word.end(), [](QChar c) { return c.isNumber(); });
        return ours.contains(word) || (number && !withNumbers) || m_said.contains(word.toCaseFolded());
    };
    QString word;
    for (const QChar c : text) {
        if (isPartOfWord(c)) {
            word += c;
        } else {
            if (!isWord(word)) {
                return false;
            }
            word.clear();
        }
    }
    return isWord(word);
}

} // namespace delpek::fuzz
