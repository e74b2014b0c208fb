/**
 * Labels of the interface. Quoted by the sources: the placeholders, Send/Enviar/发送/שליחה, "Add a caption", "Send edited
 * message", "Send 1 selected"/"Enviar 1 seleccionado", the own-row labels "You:", "את/ה:", "أنت:" [MOD-B, TT 2026-06,
 * PUB 2026-03…10, ALS 2026-09]. The rest is our translation: no code may depend on it.
 */
import { east } from "./locales-east.ts";
import type { Locale } from "./options.ts";

/** The strings of one interface language. */
export interface Labels {
  rtl: boolean;
  hour12: boolean;
  placeholder: string;
  /** Composer name in a group. */
  toGroup(name: string): string;
  /** Composer name in any other chat. */
  toPerson(name: string): string;
  send: string;
  sendCount(count: number): string;
  sendEdited: string;
  addCaption: string;
  voice: string;
  schedule: string;
  emoji: string;
  attach: string;
  search: string;
  chats: string;
  details: string;
  toBottom: string;
  /** Accessible name of an own row; ends in ":". */
  you: string;
  yesterday: string;
  today: string;
  encrypted: string;
  online: string;
  followers: string;
  /** Below a group's name until its members are known. */
  groupHint: string;
  /** Below a name while somebody types. */
  typing(name: string): string;
  forwardTo: string;
  editTitle: string;
  statusPrompt: string;
  questionTitle: string;
  close: string;
  rewrite: string;
}

const fr: Labels = {
  rtl: false,
  hour12: false,
  placeholder: "Entrez un message",
  toGroup: (name) => `Entrez un message pour le groupe ${name}`,
  toPerson: (name) => `Entrez un message pour ${name}`,
  send: "Envoyer",
  sendCount: (count) => `Envoyer ${count} élément sélectionné`,
  sendEdited: "Envoyer le message modifié",
  addCaption: "Ajouter une légende",
  voice: "Message vocal",
  schedule: "Programmer le message",
  emoji: "Émojis, GIF et stickers",
  attach: "Joindre",
  search: "Rechercher ou démarrer une discussion",
  chats: "Discussions",
  details: "Détails du profil",
  toBottom: "Aller en bas",
  you: "Vous :",
  yesterday: "Hier",
  today: "Aujourd’hui",
  encrypted: "Page de démonstration : rien ne quitte cet ordinateur.",
  online: "en ligne",
  followers: "1 248 abonnés",
  groupHint: "cliquez ici pour les infos du groupe",
  typing: (name) => `${name} écrit…`,
  forwardTo: "Transférer le message à",
  editTitle: "Modifier le message",
  statusPrompt: "Écrivez un statut",
  questionTitle: "Poser une question aux abonnés",
  close: "Fermer",
  rewrite: "Réécrire",
};

const en: Labels = {
  rtl: false,
  hour12: true,
  placeholder: "Type a message",
  toGroup: (name) => `Type a message to group ${name}`,
  toPerson: (name) => `Type a message to ${name}`,
  send: "Send",
  sendCount: (count) => `Send ${count} selected`,
  sendEdited: "Send edited message",
  addCaption: "Add a caption",
  voice: "Voice message",
  schedule: "Schedule message",
  emoji: "Emojis, GIFs, Stickers",
  attach: "Attach",
  search: "Search or start a new chat",
  chats: "Chats",
  details: "Profile details",
  toBottom: "Scroll to bottom",
  you: "You:",
  yesterday: "Yesterday",
  today: "Today",
  encrypted: "Demonstration page: nothing leaves this computer.",
  online: "online",
  followers: "1,248 followers",
  groupHint: "click here for group info",
  typing: (name) => `${name} is typing…`,
  forwardTo: "Forward message to",
  editTitle: "Edit message",
  statusPrompt: "Type a status",
  questionTitle: "Ask followers a question",
  close: "Close",
  rewrite: "Rewrite",
};

const es: Labels = {
  ...en,
  hour12: false,
  placeholder: "Escribe un mensaje",
  toGroup: (name) => `Escribe un mensaje al grupo ${name}`,
  toPerson: (name) => `Escribe un mensaje a ${name}`,
  send: "Enviar",
  sendCount: (count) => `Enviar ${count} seleccionado`,
  sendEdited: "Enviar mensaje editado",
  addCaption: "Añade un comentario",
  voice: "Mensaje de voz",
  schedule: "Programar mensaje",
  emoji: "Emojis, GIF, stickers",
  attach: "Adjuntar",
  search: "Busca un chat o inicia uno nuevo",
  details: "Detalles del perfil",
  toBottom: "Ir al final",
  you: "Tú:",
  yesterday: "Ayer",
  today: "Hoy",
  encrypted: "Página de demostración: nada sale de este ordenador.",
  online: "en línea",
  followers: "1248 seguidores",
  groupHint: "haz clic aquí para ver la información del grupo",
  typing: (name) => `${name} está escribiendo…`,
  forwardTo: "Reenviar mensaje a",
  editTitle: "Editar mensaje",
  statusPrompt: "Escribe un estado",
  questionTitle: "Haz una pregunta",
  close: "Cerrar",
  rewrite: "Reescribir",
};

const ptBR: Labels = {
  ...es,
  placeholder: "Digite uma mensagem",
  toGroup: (name) => `Digite uma mensagem para o grupo ${name}`,
  toPerson: (name) => `Digite uma mensagem para ${name}`,
  sendCount: (count) => `Enviar ${count} selecionado`,
  sendEdited: "Enviar mensagem editada",
  addCaption: "Adicione uma legenda",
  voice: "Mensagem de voz",
  schedule: "Agendar mensagem",
  attach: "Anexar",
  search: "Pesquisar ou começar uma nova conversa",
  chats: "Conversas",
  details: "Dados do perfil",
  toBottom: "Ir para o fim",
  you: "Você:",
  yesterday: "Ontem",
  today: "Hoje",
  encrypted: "Página de demonstração: nada sai deste computador.",
  followers: "1.248 seguidores",
  groupHint: "clique aqui para ver os dados do grupo",
  typing: (name) => `${name} está digitando…`,
  forwardTo: "Encaminhar mensagem para",
  editTitle: "Editar mensagem",
  statusPrompt: "Digite um status",
  questionTitle: "Faça uma pergunta",
  close: "Fechar",
  rewrite: "Reescrever",
};

const all: Record<Locale, Labels> = { fr, en, es, "pt-BR": ptBR, ...east(en) };

/** The labels of a locale. */
export function labelsOf(locale: Locale): Labels {
  return all[locale];
}
