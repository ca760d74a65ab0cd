// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/flows.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace delpek::agent
{
namespace
{

struct Button {
    const char* value;
    const char* key;
    Flow flow;
};

constexpr std::array<Button, 3> buttons{{{"menu:book", "menu.book", Flow::Book},
                                         {"menu:invoice", "menu.invoice", Flow::Lookup},
                                         {"menu:doctor", "menu.doctor", Flow::None}}};

const Button* buttonOf(const QString& value)
{
    const auto* found =
        std::find_if(buttons.begin(), buttons.end(), [&](const Button& b) { return value == QLatin1String(b.value); });
    return found == buttons.end() ? nullptr : found;
}

/// A short message without its marks, as it is compared.
QString plain(const QString& text)
{
    static const QRegularExpression marks(QStringLiteral("[^\\p{L}\\p{N} /]"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    return language::fold(text).remove(marks).simplified();
}

/// Whether the last message of ours showed the buttons, so that a bare number means one of them.
bool wereShownLast(const Talk& talk)
{
    const auto& history = talk.context.history;
    const auto last = std::find_if(history.rbegin(), history.rend(), [](const auto& m) { return !m.isIncoming(); });
    return last != history.rend() && !last->options.empty() && buttonOf(last->options.front().value);
}

void begin(Talk& talk, const Button& button)
{
    talk.state.endFlow();
    talk.state.topic.clear(); // a button names no treatment
    talk.state.flow = button.flow;
    talk.state.wantsBalance = button.flow == Flow::Lookup;
    talk.wasAsked = domain::Asks::Nothing;
}

bool isRunning(const Talk& talk)
{
    return talk.state.flow != Flow::None && talk.wasAsked != domain::Asks::Nothing;
}

MenuStep press(Talk& talk, const Button& button)
{
    if (button.flow == Flow::None) {
        talk.about("doctor");
        talk.handOver(QStringLiteral("doctor.requested"), QStringLiteral("handover.doctor_wish"));
        return MenuStep::Done;
    }
    if (!talk.context.recordsReachable) {
        talk.handOver(QStringLiteral("records.unavailable"), QStringLiteral("handover.records"));
        return MenuStep::Done;
    }
    if (!isRunning(talk)) {
        begin(talk, button);
        return MenuStep::RunFlow;
    }
    if (talk.state.flow == button.flow) {
        talk.state.wantsBalance = talk.state.wantsBalance || button.flow == Flow::Lookup;
        talk.wasAsked = domain::Asks::Nothing;
        return MenuStep::RunFlow;
    }
    talk.state.pending = QLatin1String(button.value);
    talk.ask(domain::Asks::Other, QStringLiteral("menu.drop"), {},
             {{QStringLiteral("yes"), talk.text(QStringLiteral("option.drop_yes"))},
              {QStringLiteral("no"), talk.text(QStringLiteral("option.drop_no"))}});
    return MenuStep::Done;
}

} // namespace

std::vector<domain::Option> menuOptions(const Talk& talk)
{
    std::vector<domain::Option> options;
    for (const auto& button : buttons) {
        options.push_back({QLatin1String(button.value), talk.text(QLatin1String(button.key))});
    }
    return options;
}

QString menuChoice(const Talk& talk)
{
    if (!talk.choice.isEmpty()) {
        return buttonOf(talk.choice) ? talk.choice : QString();
    }
    const QString said = plain(talk.context.text);
    for (size_t i = 0; i < buttons.size(); ++i) {
        const QString value = QLatin1String(buttons[i].value);
        if (said == QString::number(i + 1) && wereShownLast(talk)) {
            return value;
        }
        for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
            if (said == plain(talk.texts.text(QLatin1String(buttons[i].key), language, {}))) {
                return value;
            }
        }
    }
    return {};
}

bool asksForMenu(const Talk& talk)
{
    const QString said = plain(talk.context.text);
    for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
        if (!said.isEmpty() && talk.texts.text(QStringLiteral("words.menu"), language, {})
                                   .split(QLatin1Char('|'))
                                   .contains(said.startsWith(QLatin1Char('/')) ? said.mid(1) : said)) {
            return true;
        }
    }
    return false;
}

MenuStep standingMenu(Talk& talk)
{
    auto& state = talk.state;
    if (const auto* button = buttonOf(menuChoice(talk))) {
        return press(talk, *button);
    }
    if (asksForMenu(talk)) {
        state.misses = 0;
        talk.about("greeting");
        talk.ask(domain::Asks::Other, QStringLiteral("menu.text"), {}, menuOptions(talk));
        return MenuStep::Done;
    }
    const auto* pending = buttonOf(std::exchange(state.pending, QString()));
    if (!pending || talk.wasAsked != domain::Asks::Other) {
        return MenuStep::None;
    }
    switch (talk.yesOrNo()) {
    case YesNo::Yes:
        begin(talk, *pending);
        return MenuStep::RunFlow;
    case YesNo::No:
        talk.wasAsked = domain::Asks::Nothing;
        return MenuStep::RunFlow;
    case YesNo::Unclear:
        break;
    }
    return MenuStep::None;
}

} // namespace delpek::agent
