// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/service/form.h"

#include <algorithm>

namespace delpek::agent::service
{

namespace
{

/// One message on its way through the form.
class FormTurn
{
public:
    FormTurn(Session& session, const Service& service, const FormMessage& message, const FormWords& words)
        : m_session(session)
        , m_service(service)
        , m_message(message)
        , m_words(words)
    {
    }

    FormStep take()
    {
        if (says("words.cancel") || m_message.choice == QLatin1String("cancel")) {
            return FormStep::Cancelled;
        }
        if (says("words.back")) {
            return back();
        }
        if (says("words.correct") || m_message.choice == QLatin1String("correct")) {
            return pick();
        }
        switch (m_session.stage) {
        case Stage::Confirm:
            return confirm();
        case Stage::Correct:
            return correct();
        default:
            return fill();
        }
    }

private:
    bool says(const char* key) const
    {
        return m_message.choice.isEmpty() && saysOnly(m_message.text, m_words.texts, QLatin1String(key));
    }
    const Field& field() const { return m_service.fields[size_t(m_session.at)]; }

    FormStep ask(int at)
    {
        m_session.stage = Stage::Fields;
        m_session.at = at;
        return FormStep::Ask;
    }

    FormStep goOn() { return seekMissing(m_session, m_service) ? FormStep::Ask : FormStep::Summary; }

    FormStep fill()
    {
        const Field& asked = field();
        const bool skips = asked.optional && says("words.skip");
        const auto value = skips ? std::optional(QString()) : valueIn(m_message, asked, m_words);
        if (!value) {
            return FormStep::Unread;
        }
        m_session.setValue(asked.key, *value);
        const bool ends = std::ranges::any_of(
            asked.options, [&](const FieldOption& option) { return option.ends && option.value == *value; });
        return ends ? FormStep::NotNeeded : goOn();
    }

    FormStep confirm()
    {
        const auto answer = yesOrNoIn(m_message, m_words);
        if (!answer) {
            return FormStep::Unread;
        }
        return *answer ? FormStep::HandedIn : pick();
    }

    FormStep correct()
    {
        Field choice;
        choice.type = FieldType::Choice;
        for (const auto& field : m_service.fields) {
            choice.options.push_back({field.key, field.label});
        }
        const auto key = valueIn(m_message, choice, m_words);
        if (!key) {
            return FormStep::Unread;
        }
        const auto found = std::ranges::find(m_service.fields, *key, &Field::key);
        return ask(int(found - m_service.fields.begin()));
    }

    FormStep pick()
    {
        if (m_service.fields.size() == 1) {
            return ask(0);
        }
        if (m_session.values.empty()) {
            return FormStep::AskFirst;
        }
        m_session.stage = Stage::Correct;
        return FormStep::PickField;
    }

    FormStep back()
    {
        if (m_session.stage == Stage::Correct) {
            return goOn();
        }
        const int from = m_session.stage == Stage::Confirm ? int(m_service.fields.size()) : m_session.at;
        if (from == 0) {
            return FormStep::AskFirst;
        }
        m_session.dropValue(m_service.fields[size_t(from) - 1].key);
        return ask(from - 1);
    }

    Session& m_session;
    const Service& m_service;
    const FormMessage& m_message;
    const FormWords& m_words;
};

} // namespace

bool seekMissing(Session& session, const Service& service)
{
    const auto missing =
        std::ranges::find_if(service.fields, [&](const Field& field) { return !session.hasValue(field.key); });
    const bool isField = missing != service.fields.end();
    session.stage = isField ? Stage::Fields : Stage::Confirm;
    session.at = isField ? int(missing - service.fields.begin()) : session.at;
    return isField;
}

FormStep advance(Session& session, const Service& service, const FormMessage& message, const FormWords& words)
{
    if (session.at < 0 || size_t(session.at) >= service.fields.size()) {
        session.at = 0; // the clinic has changed the form meanwhile
    }
    return FormTurn(session, service, message, words).take();
}

} // namespace delpek::agent::service
