// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/staff.h"
#include "app/commands/commands.h"
#include "app/commands/staffduty.h"
#include "app/commands/withstore.h"
#include "app/notifyparts.h"
#include "app/secretreading.h"
#include "base/await.h"
#include "clinic/builtin/builtinrecords.h"
#include "desk/localdutyroom.h"
#include "desk/localsignin.h"
#include "desk/localstaffroom.h"
#include "domain/email.h"
#include "secrets/pin.h"

#include <QFile>

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace delpek::app
{

namespace
{

using domain::StaffMember;

const auto byCommand = QStringLiteral("delpekd");

const auto usage = QStringLiteral(
    "Usage: delpekd staff list\n"
    "       delpekd staff add NAME --role ROLE [--language he|en] [--phone NUMBER] [--email ADDRESS]\n"
    "                         [--telegram CHAT] [--quiet FROM-TO]\n"
    "       delpekd staff change NAME [--name NAME] [--active yes|no] [the options of add]\n"
    "       delpekd staff pin NAME\n"
    "       delpekd staff sign-in [on|off] [--lock-after MINUTES]\n"
    "       delpekd staff duty list\n"
    "       delpekd staff duty now\n"
    "       delpekd staff duty add NAME DAY FROM-TO [ORDER]\n"
    "       delpekd staff duty on NAME DATE FROM-TO [ORDER]\n"
    "       delpekd staff duty off NAME DATE [FROM-TO]\n"
    "       delpekd staff duty remove NUMBER\n"
    "Who works here, how each is told of an escalation, and who is on duty.\n"
    "  ROLE      receptionist, doctor, admin or auditor\n"
    "  --quiet   hours in which only an emergency disturbs, as 22:00-07:00; \"none\" takes them away\n"
    "  pin       reads a PIN of 6 to 12 digits from the terminal or from standard input\n"
    "  sign-in   whether everybody signs in with the PIN at the windows; without a word: how it is. A window that\n"
    "            nobody touches locks after MINUTES, 1 to 480; 0: never\n"
    "  DAY       sun, mon, tue, wed, thu, fri or sat; a time such as 20:00-08:00 ends the next day\n"
    "  ORDER     1 is called first\n"
    "An empty value (--email \"\") takes an address away. Nobody is deleted: whoever leaves becomes --active no.\n"
    "docs/escalations-notices.md tells more. With SQLite end Delpek first: a database belongs to one program.");

/// Sets what an option says; InvalidInput names what it takes.
Result<Done> setOption(StaffMember& member, const QString& option, const QString& value, const QString& region)
{
    const auto wrong = [&](const QString& takes) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1 takes %2").arg(option, takes));
    };
    if (option == QLatin1String("--name")) {
        member.name = value;
    } else if (option == QLatin1String("--role")) {
        const auto role = base::fromText<domain::Role>(value);
        if (!role) {
            return wrong(QStringLiteral("receptionist, doctor, admin or auditor"));
        }
        member.role = *role;
    } else if (option == QLatin1String("--language")) {
        const auto language = base::fromText<domain::Language>(value);
        if (!language) {
            return wrong(QStringLiteral("he or en"));
        }
        member.language = *language;
    } else if (option == QLatin1String("--phone")) {
        const auto phone = domain::Phone::parse(value, region);
        if (!phone && !value.isEmpty()) {
            return fail(phone.error());
        }
        member.phone = phone ? std::optional(*phone) : std::nullopt;
    } else if (option == QLatin1String("--email")) {
        const auto address = domain::checkEmail(value);
        if (!address && !value.isEmpty()) {
            return fail(address.error());
        }
        member.email = value;
    } else if (option == QLatin1String("--telegram")) {
        bool ok = false;
        value.toLongLong(&ok);
        if (!ok && !value.isEmpty()) {
            return wrong(QStringLiteral("the id of a chat, a whole number"));
        }
        member.telegramChat = value;
    } else if (option == QLatin1String("--quiet")) {
        const bool none = value == QLatin1String("none");
        const auto span = none ? Result<std::pair<int, int>>(std::pair(0, 0)) : readSpan(value);
        if (!span) {
            return fail(span.error());
        }
        std::tie(member.quietFrom, member.quietTo) = *span;
    } else if (option == QLatin1String("--active") && (value == QLatin1String("yes") || value == QLatin1String("no"))) {
        member.active = value == QLatin1String("yes");
    } else {
        return fail(ErrorCode::InvalidInput, QStringLiteral("unknown argument %1 %2: see --help").arg(option, value));
    }
    return Done{};
}

Result<Done> setOptions(StaffMember& member, const QStringList& options, const QString& region)
{
    if (options.size() % 2 != 0) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("each option needs a value: see --help"));
    }
    for (qsizetype i = 0; i < options.size(); i += 2) {
        if (const auto set = setOption(member, options[i], options[i + 1], region); !set) {
            return set;
        }
    }
    return Done{};
}

Result<StaffMember> memberNamed(store::Store& store, const QString& name)
{
    const auto found =
        base::await(store.read([&](store::Session& session) { return store::Staff(session).byName(name); }));
    if (!found) {
        return fail(found.error());
    }
    return *found ? Result<StaffMember>(**found)
                  : fail(ErrorCode::NotFound, QStringLiteral("nobody of that name works here: see delpekd staff list"));
}

int list(store::Store& store)
{
    const auto staff = base::await(store.read([](store::Session& session) { return store::Staff(session).all(); }));
    if (!staff) {
        return complain(staff.error(), exitFailed);
    }
    for (const auto& member : *staff) {
        QStringList parts{member.name, base::toText(member.role), base::toText(member.language)};
        if (member.phone) {
            parts << member.phone->e164();
        }
        parts << member.email;
        if (!member.telegramChat.isEmpty()) {
            parts << QStringLiteral("Telegram ") + member.telegramChat;
        }
        if (member.hasQuietHours()) {
            parts << QStringLiteral("quiet %1-%2")
                         .arg(domain::clockText(member.quietFrom), domain::clockText(member.quietTo));
        }
        parts << (member.hasPin ? QStringLiteral("PIN set") : QStringLiteral("no PIN"));
        parts << (member.active ? QString() : QStringLiteral("not active"));
        parts.removeAll(QString());
        print(parts.join(QStringLiteral("  ")));
    }
    return exitOk;
}

int finish(const Result<Done>& done)
{
    return done ? exitOk
                : complain(done.error(), done.error().code == ErrorCode::InvalidInput ? exitUsage : exitFailed);
}

/// Adds or changes, by the rules of the window, and noted in the audit log.
int keep(store::Store& store, StaffMember member, const QStringList& options, const QString& region)
{
    base::SystemClock clock;
    desk::LocalStaffRoom room(store, clock, byCommand, region);
    return finish(setOptions(member, options, region).and_then([&](Done) {
        const QString phone = member.phone ? member.phone->e164() : QString();
        return base::await(room.keep(member, phone)).map([](domain::StaffId) { return Done{}; });
    }));
}

int add(store::Store& store, const QStringList& words, const QString& region)
{
    StaffMember member;
    member.name = words.value(1);
    if (!words.contains(QStringLiteral("--role"))) {
        return complain(QStringLiteral("say with --role what %1 does: see --help").arg(member.name));
    }
    return keep(store, member, words.mid(2), region);
}

int change(store::Store& store, const QStringList& words, const QString& region)
{
    auto member = memberNamed(store, words.value(1));
    if (!member) {
        return complain(member.error(), exitFailed);
    }
    return keep(store, *member, words.mid(2), region);
}

/// One line of standard input; a terminal does not show it.
QString readPin()
{
    termios shown{};
    const bool terminal = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &shown) == 0;
    if (terminal) {
        termios hidden = shown;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
        print(QStringLiteral("PIN (it is not shown):"));
    }
    QFile input;
    const QString pin =
        input.open(stdin, QIODevice::ReadOnly) ? QString::fromUtf8(input.readLine()).trimmed() : QString();
    if (terminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    }
    return pin;
}

int setPin(store::Store& store, const QString& name)
{
    const auto member = memberNamed(store, name);
    if (!member) {
        return complain(member.error(), exitFailed);
    }
    const QString pin = readPin();
    if (const auto good = secrets::checkPin(pin); !good) {
        return complain(good.error());
    }
    base::SystemClock clock;
    desk::LocalStaffRoom room(store, clock, byCommand, {});
    return finish(base::await(room.setPin(member->id, pin)));
}

int signIn(store::Store& store, QStringList words)
{
    const auto old = base::await(store.read(desk::signInRules));
    if (!old) {
        return complain(old.error(), exitFailed);
    }
    desk::SignInRules rules = *old;
    if (const qsizetype at = words.indexOf(QStringLiteral("--lock-after")); at >= 0) {
        bool ok = false;
        rules.lockAfter = std::chrono::minutes(words.value(at + 1).toInt(&ok));
        if (!ok) {
            return complain(QStringLiteral("--lock-after takes minutes, 0 to 480"));
        }
        words.remove(at, 2);
    }
    if (words.size() > 1 ||
        (words.size() == 1 && words[0] != QLatin1String("on") && words[0] != QLatin1String("off"))) {
        return complain(usage);
    }
    if (words.size() == 1) {
        rules.required = words[0] == QLatin1String("on");
    }
    if (rules != *old) {
        base::SystemClock clock;
        desk::LocalStaffRoom room(store, clock, byCommand, {});
        if (const auto done = base::await(room.setRules(rules)); !done) {
            return finish(done);
        }
    }
    const auto minutes = rules.lockAfter / std::chrono::minutes(1);
    print(QStringLiteral("%1; %2").arg(rules.required ? QStringLiteral("everybody signs in with a PIN")
                                                      : QStringLiteral("nobody signs in"),
                                       minutes == 0 ? QStringLiteral("no window locks by itself")
                                                    : QStringLiteral("a window locks after %1 minutes").arg(minutes)));
    return exitOk;
}

/// Of the book; the usual zone where the records lie elsewhere.
QTimeZone clinicZone(store::Store& store, base::Clock& clock)
{
    clinic::BuiltinRecords book(store, clock);
    const auto info = base::await(book.info());
    return info && info->zone.isValid() ? info->zone : QTimeZone("Asia/Jerusalem");
}

int onStaff(const config::Config& config, const QStringList& words, store::Store& store)
{
    const QString region = config.get(config::keys::clinicRegion);
    const QString& what = words.constFirst();
    if (what == QLatin1String("list") && words.size() == 1) {
        return list(store);
    }
    if (what == QLatin1String("add") && words.size() >= 2) {
        return add(store, words, region);
    }
    if (what == QLatin1String("change") && words.size() >= 4) {
        return change(store, words, region);
    }
    if (what == QLatin1String("pin") && words.size() == 2) {
        return setPin(store, words[1]);
    }
    if (what == QLatin1String("sign-in")) {
        return signIn(store, words.mid(1));
    }
    if (what == QLatin1String("duty") && words.size() >= 2) {
        base::SystemClock clock;
        desk::LocalDutyRoom room(
            store, clock, byCommand, [&] { return clinicZone(store, clock); }, noticeWays(config));
        return dutyCommand(room, words.mid(1));
    }
    return complain(usage);
}

} // namespace

int staffCommand(const QStringList& arguments)
{
    return withWords(arguments, usage, [](const config::Config& config, const QStringList& words) {
        return withStore(config,
                         [&](secrets::SecretStore&, store::Store& store) { return onStaff(config, words, store); });
    });
}

} // namespace delpek::app
