// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signinpane.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/signin/initials.h"
#include "ui/staff/pinform.h"
#include "ui/staffwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/theme/urgencylabel.h"
#include "ui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int cardWidth = 360;
constexpr int mostListHeight = 340;
constexpr int blurStep = 48;

/// A person to press: disc, name, role.
class PersonButton final : public QPushButton
{
public:
    PersonButton(const Theme& theme, const desk::Person& person, QWidget* parent)
        : QPushButton(parent)
    {
        setProperty("kind", QStringLiteral("person"));
        const QString role = words::role(person.role);
        setAccessibleName(QStringLiteral("%1, %2").arg(person.name, role));
        auto* name = new QLabel(domain::isolate(person.name), this);
        name->setFont(theme.strong());
        auto* what = new QLabel(role, this);
        what->setFont(theme.small());
        what->setProperty("kind", QStringLiteral("muted"));
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(name);
        words->addWidget(what);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(10, 8, 10, 8);
        row->setSpacing(12);
        row->addWidget(new Initials(theme, person.name, 36, this));
        row->addLayout(words, 1);
        for (QLabel* label : {name, what}) {
            label->setAlignment(leading(*this));
            label->setAttribute(Qt::WA_TransparentForMouseEvents);
        }
    }

    QSize sizeHint() const override { return layout()->sizeHint(); }
    QSize minimumSizeHint() const override { return layout()->minimumSize(); }
};

} // namespace

SignInPane::SignInPane(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_card(new QFrame(this))
    , m_title(new QLabel(m_card))
    , m_scroll(new QScrollArea(m_card))
    , m_list(new QWidget(m_card))
    , m_listColumn(new QVBoxLayout(m_list))
    , m_form(new QWidget(m_card))
    , m_initials(new Initials(context.theme, {}, 48, m_form))
    , m_name(new QLabel(m_form))
    , m_role(new QLabel(m_form))
    , m_pin(pinField(m_form))
    , m_enter(new QPushButton(m_form))
    , m_trouble(new QLabel(m_card))
    , m_other(new QPushButton(m_form))
    , m_unsent(new QLabel(m_card))
    , m_waiting(new QWidget(m_card))
    , m_urgency(new UrgencyLabel(context.theme, domain::Urgency::Routine, m_waiting))
    , m_count(new QLabel(m_waiting))
    , m_language(new QPushButton(this))
{
    m_card->setObjectName(QStringLiteral("signInCard"));
    m_card->setFixedWidth(cardWidth);
    m_title->setWordWrap(true);
    m_listColumn->setContentsMargins(0, 0, 0, 0);
    m_listColumn->setSpacing(6);
    m_pin->setObjectName(QStringLiteral("pin"));
    m_pin->setAlignment(Qt::AlignHCenter);
    m_enter->setObjectName(QStringLiteral("enter"));
    m_enter->setProperty("kind", QStringLiteral("primary"));
    m_trouble->setObjectName(QStringLiteral("signInTrouble"));
    m_trouble->setWordWrap(true);
    m_unsent->setWordWrap(true);
    m_other->setObjectName(QStringLiteral("somebodyElse"));
    m_language->setObjectName(QStringLiteral("signInLanguage"));
    for (QPushButton* link : {m_other, m_language}) {
        link->setProperty("kind", QStringLiteral("link"));
        link->setCursor(Qt::PointingHandCursor);
    }

    auto* who = new QHBoxLayout;
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch(1);
    names->addWidget(m_name);
    names->addWidget(m_role);
    names->addStretch(1);
    who->setSpacing(14);
    who->addWidget(m_initials);
    who->addLayout(names, 1);
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(10);
    form->addLayout(who);
    form->addWidget(m_pin);
    form->addWidget(m_enter);
    form->addWidget(m_other, 0, Qt::AlignHCenter);

    auto* scroll = m_scroll;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_list->setAutoFillBackground(false);
    scroll->setWidget(m_list);

    auto* waiting = new QHBoxLayout(m_waiting);
    waiting->setContentsMargins(0, 0, 0, 0);
    waiting->setSpacing(8);
    waiting->addWidget(m_urgency);
    waiting->addWidget(m_count, 1);
    m_waiting->hide();

    auto* card = new QVBoxLayout(m_card);
    card->setContentsMargins(24, 22, 24, 18);
    card->setSpacing(14);
    card->addWidget(m_title);
    card->addWidget(scroll);
    card->addWidget(m_form);
    card->addWidget(m_trouble);
    card->addWidget(m_unsent);
    card->addWidget(m_waiting);
    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_card, 0, Qt::AlignHCenter);
    column->addWidget(m_language, 0, Qt::AlignHCenter);
    column->addStretch(3);

    connect(m_pin, &QLineEdit::returnPressed, this, &SignInPane::enter);
    connect(m_pin, &QLineEdit::textEdited, this, [this] {
        m_error.reset();
        refresh();
    });
    connect(m_enter, &QPushButton::clicked, this, &SignInPane::enter);
    connect(m_other, &QPushButton::clicked, this, &SignInPane::chooseNobody);
    connect(m_language, &QPushButton::clicked, this, &SignInPane::languageWanted);
    connect(&m_ticker, &QTimer::timeout, this, &SignInPane::tick);
    connect(&context.theme, &Theme::changed, this, [this] {
        rebuildPeople();
        refresh();
    });
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        if (isVisible() &&
            std::ranges::find(changes, domain::Topic::Setting, &domain::Change::topic) != changes.end()) {
            readPeople();
        }
    });
    m_ticker.setInterval(std::chrono::milliseconds(500));
    hide();
    refresh();
}

QPixmap SignInPane::blurred(const QPixmap& picture)
{
    if (picture.isNull()) {
        return {};
    }
    const QSize few(std::max(1, picture.width() / blurStep), std::max(1, picture.height() / blurStep));
    QPixmap soft = picture.scaled(few, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                       .scaled(few * 6, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    soft.setDevicePixelRatio(1);
    return soft;
}

void SignInPane::refuseClose()
{
    m_isCloseRefused = true;
    refresh();
}

void SignInPane::showFor(const desk::SignIn::State& state, const QPixmap& behind, bool isWorkUnsent)
{
    m_state = state;
    m_behind = blurred(behind);
    m_isWorkUnsent = isWorkUnsent;
    m_isCloseRefused = false;
    m_error.reset();
    m_waitUntil.reset();
    m_isTrying = false;
    m_hasRead = false;
    m_pin->clear();
    m_chosen = state.entry == desk::Entry::Locked ? std::optional(state.person) : std::nullopt;
    refresh();
    show();
    raise();
    readPeople();
    if (m_chosen) {
        m_pin->setFocus(Qt::OtherFocusReason);
    }
}

void SignInPane::readPeople()
{
    whenDone(m_context.desk.signIn().people(), this, [this](const auto& people) {
        if (!people) {
            return tell(people.error());
        }
        const bool isFirst = !std::exchange(m_hasRead, true);
        if (!isFirst && m_people == *people) {
            return;
        }
        m_people = *people;
        rebuildPeople();
        if (!m_chosen && m_people.size() == 1) {
            choose(m_people.front());
        } else if (!m_chosen) {
            chooseNobody();
        }
        refresh();
    });
}

void SignInPane::rebuildPeople()
{
    qDeleteAll(m_list->findChildren<PersonButton*>(QString(), Qt::FindDirectChildrenOnly));
    for (const desk::Person& person : m_people) {
        auto* button = new PersonButton(m_context.theme, person, m_list);
        connect(button, &QPushButton::clicked, this, [this, person] { choose(person); });
        m_listColumn->addWidget(button);
        button->show(); // a layout does not count what is not shown yet
    }
}

void SignInPane::choose(const desk::Person& person)
{
    m_chosen = person;
    m_error.reset();
    m_waitUntil.reset();
    m_pin->clear();
    refresh();
    m_pin->setFocus(Qt::OtherFocusReason);
}

void SignInPane::chooseNobody()
{
    m_chosen.reset();
    m_error.reset();
    m_waitUntil.reset();
    refresh();
    if (auto* first = m_list->findChild<PersonButton*>()) {
        first->setFocus(Qt::TabFocusReason);
    }
}

void SignInPane::enter()
{
    if (!m_chosen || m_isTrying || m_waitUntil || m_pin->text().isEmpty()) {
        return;
    }
    m_isTrying = true;
    m_error.reset();
    refresh();
    whenDone(m_context.desk.signIn().signIn(m_chosen->id, m_pin->text()), this,
             [this](const auto& done) { onAnswer(done); });
}

void SignInPane::onAnswer(const Result<Done>& done)
{
    m_isTrying = false;
    m_pin->clear();
    if (!done) {
        tell(done.error());
        m_pin->setFocus(Qt::OtherFocusReason);
    }
    refresh();
}

void SignInPane::tell(const base::Error& error)
{
    m_error = error;
    if (error.code == base::ErrorCode::RateLimited && error.retryAfter) {
        m_waitUntil = m_context.desk.now() + *error.retryAfter;
        m_ticker.start();
    }
    refresh();
}

void SignInPane::tick()
{
    if (m_waitUntil && m_context.desk.now() >= *m_waitUntil) {
        m_waitUntil.reset();
        m_error.reset();
    }
    if (!m_waitUntil) {
        m_ticker.stop();
    }
    refresh();
}

void SignInPane::setWaiting(int count, domain::Urgency gravest)
{
    m_waits = count;
    m_urgency->setUrgency(gravest);
    refresh();
}

void SignInPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        rebuildPeople();
        refresh();
    }
    QWidget::changeEvent(event);
}

void SignInPane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor ground = m_context.theme.colours().window;
    painter.fillRect(rect(), ground);
    if (!m_behind.isNull() && m_state.entry == desk::Entry::Locked) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setOpacity(0.55);
        painter.drawPixmap(rect(), m_behind);
    }
}

void SignInPane::refresh()
{
    const Theme& theme = m_context.theme;
    const bool isLocked = m_state.entry == desk::Entry::Locked;
    const bool asksPin = m_chosen.has_value();
    m_title->setFont(theme.title());
    m_title->setText(asksPin && isLocked && m_chosen->id == m_state.person.id ? tr("The desk is locked")
                     : asksPin                                                ? tr("Sign in")
                                                                              : tr("Who is at the desk?"));
    m_scroll->setVisible(!asksPin);
    m_form->setVisible(asksPin);
    if (asksPin) {
        m_initials->setName(m_chosen->name);
        m_name->setText(domain::isolate(m_chosen->name));
        m_role->setText(words::role(m_chosen->role));
    }
    m_name->setFont(theme.strong());
    m_name->setAlignment(leading(*this));
    m_role->setAlignment(leading(*this));
    m_role->setFont(theme.small());
    m_role->setProperty("kind", QStringLiteral("muted"));
    QString trouble = m_error ? words::sentence(*m_error) : QString();
    if (!m_error && m_hasRead && m_people.empty()) {
        trouble = tr("Nobody here has a PIN. An administrator gives one with \"delpekd staff pin\".");
    }
    if (m_waitUntil) {
        const auto left = std::max(base::Duration(0), *m_waitUntil - m_context.desk.now());
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
        trouble = tr("Too many wrong PINs. Wait %1.")
                      .arg(QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
    }
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    m_pin->setPlaceholderText(tr("PIN"));
    m_pin->setAccessibleName(tr("PIN"));
    m_pin->setEnabled(!m_isTrying && !m_waitUntil);
    m_enter->setText(m_isTrying                                                 ? tr("One moment…")
                     : isLocked && asksPin && m_chosen->id == m_state.person.id ? tr("Unlock")
                                                                                : tr("Sign in"));
    m_enter->setEnabled(!m_isTrying && !m_waitUntil && !m_pin->text().isEmpty());
    m_other->setText(tr("Somebody else"));
    m_other->setVisible(m_people.size() > 1 || (asksPin && isLocked && m_chosen->id != m_state.person.id));
    const bool isOfAnother = !asksPin || m_chosen->id != m_state.person.id;
    m_unsent->setVisible(m_isWorkUnsent && isLocked && (isOfAnother || m_isCloseRefused));
    m_unsent->setText(
        (m_isCloseRefused
             ? tr("Something of %1 was not sent: a voice message or a file. Closing would lose it, so sign in first.")
             : tr("Something of %1 was not sent: a voice message or a file. It is lost when somebody else signs in."))
            .arg(domain::isolate(m_state.person.name)));
    m_waiting->setVisible(m_waits > 0);
    m_count->setText(tr("%n waiting and nobody is on it", nullptr, m_waits));
    // Each language is written in itself.
    m_language->setText(layoutDirection() == Qt::RightToLeft ? QStringLiteral("English") : QStringLiteral("עברית"));
    // The list grows with its people, and the card with the list.
    m_list->adjustSize();
    m_scroll->setMinimumHeight(std::min(mostListHeight, m_list->height()));
    m_scroll->setMaximumHeight(m_scroll->minimumHeight());
    m_card->layout()->invalidate();
    layout()->invalidate();
    layout()->activate();
    update();
}

} // namespace delpek::ui
