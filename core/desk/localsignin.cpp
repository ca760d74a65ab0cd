// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localsignin.h"

#include "base/await.h"
#include "base/logging.h"
#include "secrets/pin.h"
#include "store/auditlog.h"
#include "store/decisions.h"

namespace delpek::desk
{

using domain::Role;
using domain::StaffId;
using domain::StaffMember;
using store::Session;
using namespace std::chrono_literals;

namespace
{

const auto requiredKey = QStringLiteral("staff.sign-in");
const auto lockKey = QStringLiteral("staff.lock-after");
constexpr int freePins = 4;
constexpr base::Duration longestWait = 1h;
constexpr qsizetype mostDigits = 32;

bool canSignIn(const StaffMember& member)
{
    return member.active && member.hasPin;
}

Person personOf(const StaffMember& member)
{
    return {member.id, member.name, member.role};
}

tl::unexpected<Error> wrongPin()
{
    return fail(ErrorCode::Unauthorised, QStringLiteral("the PIN is wrong"), QStringLiteral("staff.wrongPin"));
}

tl::unexpected<Error> mustWait(base::Duration time)
{
    Error error{ErrorCode::RateLimited, QStringLiteral("staff.wait"), QStringLiteral("too many wrong PINs")};
    error.retryAfter = time;
    return tl::unexpected(std::move(error));
}

/// What stands in the way of a try; the try itself counts from here on.
struct Attempt {
    StaffMember member;
    QString hash;
};

Result<Attempt> beginAttempt(Session& session, StaffId who, base::Instant now)
{
    store::Staff staff(session);
    const auto member = staff.byId(who);
    if (!member) {
        return member.error().code == ErrorCode::NotFound ? wrongPin() : fail(member.error());
    }
    if (!canSignIn(*member)) {
        return wrongPin();
    }
    const auto tries = staff.pinTries(who);
    if (!tries) {
        return fail(tries.error());
    }
    // A longer wait than the longest comes of a clock that was wrong.
    if (const auto left = tries->waitUntil - now; left > 0ms && left <= longestWait) {
        return mustWait(left);
    }
    const int wrong = tries->wrong + 1;
    return staff.notePinTries(who, {wrong, now + waitAfter(wrong)}).and_then([&](Done) {
        return staff.pinHash(who).map([&](const QString& hash) { return Attempt{*member, hash}; });
    });
}

} // namespace

base::Duration waitAfter(int wrongPins)
{
    if (wrongPins <= freePins) {
        return 0ms;
    }
    return std::min<base::Duration>(longestWait, 1min * (1 << std::min(wrongPins - freePins - 1, 6)));
}

QString subjectOf(StaffId id)
{
    return QStringLiteral("staff:%1").arg(id.value);
}

Result<StaffMember> tryPin(store::Store& store, base::Clock& clock, StaffId who, const QString& pin)
{
    if (pin.isEmpty() || pin.size() > mostDigits) {
        return wrongPin();
    }
    const auto now = clock.now();
    const auto attempt =
        base::await(store.write([who, now](Session& session) { return beginAttempt(session, who, now); }));
    if (!attempt) {
        return fail(attempt.error());
    }
    const bool isRight = secrets::pinMatches(pin, attempt->hash);
    const auto noted = base::await(store.write([&attempt, isRight, now](Session& session) {
        return isRight ? store::Staff(session).notePinTries(attempt->member.id, {})
                       : store::AuditLog(session).append(attempt->member.name, QStringLiteral("desk.wrongPin"),
                                                         QStringLiteral("desk"), {}, now);
    }));
    if (!noted) {
        return fail(noted.error());
    }
    return isRight ? Result<StaffMember>(attempt->member) : wrongPin();
}

Result<Done> checkAdminLeft(Session& session)
{
    const auto rules = signInRules(session);
    if (!rules) {
        return fail(rules.error());
    }
    if (!rules->required) {
        return Done{};
    }
    return store::Staff(session).all().and_then([](const std::vector<StaffMember>& staff) -> Result<Done> {
        if (std::ranges::any_of(staff, [](const auto& m) { return m.role == Role::Admin && canSignIn(m); })) {
            return Done{};
        }
        return fail(ErrorCode::Conflict, QStringLiteral("no admin at work has a PIN: nobody could change this again"),
                    QStringLiteral("staff.noAdmin"));
    });
}

Result<SignInRules> signInRules(Session& session)
{
    store::Settings settings(session);
    return settings.value(requiredKey).and_then([&](const QString& required) {
        return settings.value(lockKey).map([&](const QString& lock) {
            SignInRules rules;
            rules.required = required == QLatin1String("yes");
            bool ok = false;
            const int minutes = lock.toInt(&ok);
            rules.lockAfter = ok ? base::Duration(std::chrono::minutes(minutes)) : rules.lockAfter;
            return rules;
        });
    });
}

Result<Done> setSignInRules(Session& session, const SignInRules& rules)
{
    if (rules.lockAfter != 0ms && (rules.lockAfter < 1min || rules.lockAfter > 8h || rules.lockAfter % 1min != 0ms)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a window locks after 1 to 480 minutes, or never"),
                    QStringLiteral("staff.lockTime"));
    }
    if (const auto held = store::Staff(session).allLocked(); !held) {
        return fail(held.error());
    }
    store::Settings settings(session);
    return settings.setValue(requiredKey, rules.required ? QStringLiteral("yes") : QStringLiteral("no"))
        .and_then([&](Done) { return settings.setValue(lockKey, QString::number(rules.lockAfter / 1min)); })
        .and_then([&](Done) { return checkAdminLeft(session); })
        .map([&](Done) {
            session.changed(domain::Topic::Setting, 0);
            return Done{};
        });
}

struct LocalSignIn::Watchers {
    std::mutex mutex;
    int last = 0;
    std::map<int, std::function<void()>> all;

    void tell()
    {
        const std::lock_guard lock(mutex);
        for (const auto& [number, callback] : all) {
            callback();
        }
    }
};

Result<std::unique_ptr<LocalSignIn>> LocalSignIn::open(store::Store& store, base::Clock& clock, const QString& openName)
{
    const auto rules = base::await(store.read(signInRules));
    if (!rules) {
        return fail(rules.error());
    }
    return std::unique_ptr<LocalSignIn>(new LocalSignIn(store, clock, openName, *rules));
}

LocalSignIn::LocalSignIn(store::Store& store, base::Clock& clock, QString openName, const SignInRules& rules)
    : m_store(store)
    , m_clock(clock)
    , m_openName(std::move(openName))
    , m_watchers(std::make_shared<Watchers>())
{
    follow(rules, {});
    m_subscription = m_store.subscribe([this](const std::vector<domain::Change>& changes) {
        if (std::ranges::find(changes, domain::Topic::Setting, &domain::Change::topic) != changes.end()) {
            m_worker.post([this] { follow(); });
        }
    });
    // What changed since the rules were read.
    m_worker.post([this] { follow(); });
}

LocalSignIn::~LocalSignIn()
{
    m_subscription.reset();
    m_worker.drain();
}

SignIn::State LocalSignIn::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

template <typename Change>
void LocalSignIn::alter(Change change)
{
    {
        const std::lock_guard lock(m_mutex);
        const State before = m_state;
        change(m_state);
        if (m_state == before) {
            return;
        }
    }
    m_watchers->tell();
}

void LocalSignIn::follow()
{
    const auto read = base::await(m_store.read([](Session& session) {
        return signInRules(session).and_then([&](const SignInRules& rules) {
            return store::Staff(session).all().map(
                [&](std::vector<StaffMember> staff) { return std::pair(rules, std::move(staff)); });
        });
    }));
    if (!read) {
        // The next change asks again; until then everybody stays who he is.
        qCWarning(lcDesk).noquote() << "the staff cannot be read:" << read.error().detail;
        return;
    }
    follow(read->first, read->second);
}

void LocalSignIn::follow(const SignInRules& rules, const std::vector<StaffMember>& staff)
{
    alter([&](State& state) {
        state.lockAfter = rules.lockAfter;
        if (!rules.required) {
            state.entry = Entry::Open;
            state.person = {{}, m_openName, Role::Admin};
            return;
        }
        if (state.entry == Entry::Open) {
            state.entry = Entry::SignedOut;
        }
        const auto self = std::ranges::find(staff, state.person.id, &StaffMember::id);
        if (state.entry != Entry::SignedOut && self != staff.end() && canSignIn(*self)) {
            state.person = personOf(*self);
            return;
        }
        state.entry = Entry::SignedOut;
        state.person = {};
    });
}

Future<std::vector<Person>> LocalSignIn::people()
{
    return m_store.read([](Session& session) {
        return store::Staff(session).all().map([](const std::vector<StaffMember>& staff) {
            std::vector<Person> people;
            for (const auto& member : staff) {
                if (canSignIn(member)) {
                    people.push_back(personOf(member));
                }
            }
            std::ranges::sort(people,
                              [](const Person& a, const Person& b) { return a.name.localeAwareCompare(b.name) < 0; });
            return people;
        });
    });
}

Future<Done> LocalSignIn::signIn(StaffId who, const QString& pin)
{
    const auto promise = std::make_shared<base::Promise<Done>>();
    auto future = promise->future();
    m_worker.post([this, who, pin, promise] { promise->finish(tryPin(who, pin)); });
    return future;
}

Result<Done> LocalSignIn::tryPin(StaffId who, const QString& pin)
{
    if (state().entry == Entry::Open) {
        return fail(ErrorCode::Conflict, QStringLiteral("nobody signs in here"));
    }
    const auto member = desk::tryPin(m_store, m_clock, who, pin);
    if (!member) {
        return fail(member.error());
    }
    const auto noted = base::await(m_store.write([member = *member, now = m_clock.now()](Session& session) {
        return store::AuditLog(session).append(member.name, QStringLiteral("desk.signIn"), subjectOf(member.id), {},
                                               now);
    }));
    if (!noted) {
        return noted;
    }
    become(Entry::SignedIn, personOf(*member));
    return Done{};
}

void LocalSignIn::note(const QString& who, const QString& action)
{
    const auto noted = m_store.write([who, action, now = m_clock.now()](Session& session) {
        return store::AuditLog(session).append(who, action, QStringLiteral("desk"), {}, now);
    });
    noted.then([](const Result<Done>& done) {
        if (!done) {
            qCWarning(lcDesk).noquote() << "the audit log cannot be written:" << done.error().detail;
        }
    });
}

void LocalSignIn::become(Entry entry, const Person& person)
{
    alter([&](State& state) {
        // The rules may have changed while the PIN was tried.
        if (state.entry != Entry::Open) {
            state.entry = entry;
            state.person = person;
        }
    });
}

void LocalSignIn::lock()
{
    const State now = state();
    if (now.entry == Entry::SignedIn) {
        note(now.person.name, QStringLiteral("desk.lock"));
        become(Entry::Locked, now.person);
    }
}

void LocalSignIn::signOut()
{
    const State now = state();
    if (now.entry == Entry::SignedIn || now.entry == Entry::Locked) {
        note(now.person.name, QStringLiteral("desk.signOut"));
        become(Entry::SignedOut, {});
    }
}

domain::Subscription LocalSignIn::watch(std::function<void()> callback)
{
    const std::lock_guard lock(m_watchers->mutex);
    const int number = ++m_watchers->last;
    m_watchers->all.emplace(number, std::move(callback));
    return {nullptr, [watchers = m_watchers, number](void*) {
                const std::lock_guard guard(watchers->mutex);
                watchers->all.erase(number);
            }};
}

} // namespace delpek::desk
