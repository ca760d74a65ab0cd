// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/clinicfacts.h"

#include <QWidget>

#include <functional>

class QLineEdit;
class QListWidget;

namespace delpek::ui
{

/// Looks for a patient's card by a part of the name or a phone number: a line, and below it what was found. What was
/// found for other words is nobody's answer to these. UI thread.
class CardSearch final : public QWidget
{
    Q_OBJECT

public:
    /// As desk::PatientCards::find and lookFor.
    using Find = std::function<Future<std::vector<domain::Patient>>(const QString& text)>;

    CardSearch(Find find, QWidget* parent);

    /// What a screen reader calls the line.
    void setMeaning(const QString& meaning);

    /// Cards that stand where the chosen one is to stand: they are shown, and cannot be chosen.
    void setStanding(QStringList ids);
    /// Offered while nothing is typed.
    void setSuggested(std::vector<domain::Patient> cards);
    /// One click chooses for good, and nothing is chosen by itself; else a click or the only card found is chosen, and
    /// Enter or a second click takes it.
    void setTakesAtOnce(bool takes) { m_takesAtOnce = takes; }
    QString text() const;
    const domain::Patient* chosen() const;
    /// Looks now for what is typed.
    void search();
    void clear();

Q_SIGNALS:
    /// Another card is chosen, or none.
    void changed();
    void taken(const delpek::domain::Patient& card);
    /// What there is to say below it; empty: nothing.
    void said(const QString& trouble);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void offer(std::vector<domain::Patient> cards);

    Find m_find;
    QStringList m_standing;
    std::vector<domain::Patient> m_suggested;
    std::vector<domain::Patient> m_cards; ///< a row each
    bool m_takesAtOnce = false;
    int m_asked = 0; ///< the newest question; older answers are dropped
    QLineEdit* m_text;
    QListWidget* m_found;
};

} // namespace delpek::ui
