// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problembar.h"

#include "ui/announcer.h"
#include "ui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace delpek::ui
{

ProblemBar::ProblemBar(std::function<base::Instant()> now, QWidget* parent)
    : QFrame(parent)
    , m_now(std::move(now))
    , m_label(new QLabel(this))
    , m_retry(new QPushButton(this))
    , m_dismiss(new QPushButton(this))
{
    setObjectName(QStringLiteral("problemBar"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->addWidget(m_label, 1);
    row->addWidget(m_retry);
    row->addWidget(m_dismiss);
    connect(m_retry, &QPushButton::clicked, this, &ProblemBar::retryAll);
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        m_entries.clear();
        refresh();
    });
    refresh();
}

void ProblemBar::report(const QString& source, const base::Error& error, std::function<void()> retry)
{
    m_entries[source] = {error, std::move(retry)};
    refresh();
}

void ProblemBar::worked(const QString& source)
{
    m_lastGood[source] = m_now();
    if (m_entries.erase(source) > 0) {
        refresh();
    }
}

void ProblemBar::clear()
{
    m_entries.clear();
    m_lastGood.clear();
    refresh();
}

QString ProblemBar::text() const
{
    return m_label->text();
}

void ProblemBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QFrame::changeEvent(event);
}

void ProblemBar::retryAll()
{
    const auto entries = std::exchange(m_entries, {});
    refresh();
    for (const auto& [source, entry] : entries) {
        if (entry.retry) {
            entry.retry();
        }
    }
}

void ProblemBar::refresh()
{
    QStringList sentences;
    bool canRetry = false;
    for (const auto& [source, entry] : m_entries) {
        QString sentence = words::sentence(entry.error);
        const auto lastGood = m_lastGood.find(source);
        if (entry.retry && lastGood != m_lastGood.end()) {
            sentence = tr("%1 You see what was known at %2.").arg(sentence, words::clockTime(lastGood->second));
        }
        sentences.append(sentence);
        canRetry = canRetry || entry.retry != nullptr;
    }
    sentences.removeDuplicates();
    const QString text = sentences.join(QLatin1Char('\n'));
    const bool isNews = text != m_label->text();
    m_label->setText(text);
    m_retry->setText(tr("Try again"));
    m_retry->setVisible(canRetry);
    m_dismiss->setText(tr("Dismiss"));
    // What is stale stays marked until it is fresh again; only the report of an act can be put away.
    m_dismiss->setVisible(!canRetry);
    setVisible(!m_entries.empty());
    if (isNews) {
        announce(*this, text);
    }
}

} // namespace delpek::ui
