// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/serviceroom.h"
#include "ui/context.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace delpek::ui
{

/// The services: what each is asked for with and what happens then; who manages the clinic changes them here. A
/// sentence can be tried: which of them would take it.
class ServiceView final : public QWidget
{
    Q_OBJECT

public:
    explicit ServiceView(const Context& context, QWidget* parent = nullptr);

    void read();
    /// Something was changed that works after the next start only.
    bool waitsForStart() const;

Q_SIGNALS:
    void told();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void fill();
    void showEntry();
    const desk::ServiceEntry* current() const;
    void edit(const desk::ServiceEntry& entry);
    void turn();
    void remove();
    void chooseFolder();
    void tryOut();
    void tell(const Result<Done>& done);
    void retranslate();

    Context m_context;
    desk::ServiceState m_state;
    std::optional<Error> m_failure; ///< why there is no state
    bool m_mayChange = false;
    QLabel* m_intro;
    QLabel* m_demo;
    QLabel* m_tryLabel;
    QLineEdit* m_try;
    QCheckBox* m_isKnown;
    QLabel* m_taken; ///< who would take the sentence
    QWidget* m_folderBar;
    QLabel* m_folderHint;
    QLineEdit* m_folder;
    QPushButton* m_useFolder;
    QLabel* m_trouble;
    QListWidget* m_list;
    QLabel* m_text;
    QPushButton* m_add;
    QPushButton* m_change;
    QPushButton* m_turn;
    QPushButton* m_remove;
    QTimer m_typing;
    int m_asked = 0; ///< only the answer to the last sentence counts
};

} // namespace delpek::ui
