// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QFrame>

#include <functional>
#include <map>

class QLabel;
class QPushButton;

namespace delpek::ui
{

/// The strip above the panes that says, in the user's language, what did not work and as of when the screen is right.
/// It stays until the thing works again or a person dismisses it.
class ProblemBar final : public QFrame
{
    Q_OBJECT

public:
    explicit ProblemBar(std::function<base::Instant()> now, QWidget* parent = nullptr);

    /// `source` names the call (one entry each). `retry` may be empty where trying again is the user's own act.
    void report(const QString& source, const base::Error& error, std::function<void()> retry = {});
    /// The call worked: its entry goes, and the moment is remembered for "as of".
    void worked(const QString& source);
    /// Forgets all of it: those who reported are gone.
    void clear();
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Entry {
        base::Error error;
        std::function<void()> retry;
    };
    void retryAll();
    void refresh();

    std::function<base::Instant()> m_now;
    std::map<QString, Entry> m_entries;
    std::map<QString, base::Instant> m_lastGood;
    QLabel* m_label;
    QPushButton* m_retry;
    QPushButton* m_dismiss;
};

} // namespace delpek::ui
